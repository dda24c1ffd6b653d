package org.parvis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class GateTests {

    private static final List<Double> HALF = List.of(50.0, 50.0);

    @Test
    void holdsAtItsLimitsInEachMinute() {
        assertThat(failed(minutes(request(100, 200), 4_000))).isEmpty();

        var oneOfFourThousand = minutes(request(100, 200), 3_999);
        oneOfFourThousand.add(new Request("home", 30_000, 100, 503, "answered 503"));
        assertThat(failed(oneOfFourThousand)).isEmpty();
    }

    @Test
    void oneBadMinuteIsEnough() {
        var refused = minutes(request(10, 200), 2_000);
        refused.add(new Request("home", 90_000, 10, 503, "answered 503"));
        assertThat(failed(refused)).containsExactly("5xx in a minute, worst");

        var lost = minutes(request(10, 200), 2_000);
        lost.add(new Request("home", 119_999, 10_000, -1, ""));
        assertThat(failed(lost)).containsExactly("no answer in a minute, worst");

        var slow = minutes(request(10, 200), 100);
        for (var n = 0; n < 100; n++) slow.add(new Request("home", 60_000 + n, 191, 200, ""));
        assertThat(failed(slow)).containsExactly("mean of a minute, worst");

        var stuck = minutes(request(10, 200), 98);
        stuck.add(new Request("home", 0, 2_001, 200, ""));
        stuck.add(new Request("home", 0, 2_001, 200, ""));
        assertThat(failed(stuck)).containsExactly("p99 of a minute, worst");
    }

    @Test
    void aWrongPageIsOneTooMany() {
        var run = minutes(request(10, 200), 100_000);
        run.add(new Request("thread", 0, 10, 200, "post 7"));
        assertThat(failed(run)).containsExactly("wrong answers in a minute, worst");
        run.set(run.size() - 1, new Request("thread", 0, 10, 404, "answered 404"));
        assertThat(failed(run)).containsExactly("wrong answers in a minute, worst");
    }

    @Test
    void looksAtTheMachineToo() {
        var windows = Window.of(minutes(request(10, 200), 10), 0, 120_000);

        assertThat(failedOf(Gate.of(windows, List.of(85.0, 85.1), HALF)))
                .containsExactly("processors in a minute, worst");
        assertThat(failedOf(Gate.of(windows, HALF, List.of(85.1, 20.0)))).containsExactly("memory in a minute, worst");
    }

    @Test
    void minutesAreThoseOfTheRunAndNothingBeforeOrAfterCounts() {
        var run = new ArrayList<Request>();
        for (var at : new long[] {9_999, 10_000, 69_999, 70_000, 129_999, 130_000}) {
            run.add(new Request("home", at, at, 200, ""));
        }

        assertThat(Window.of(run, 10_000, 120_000)).extracting(Window::requests).containsExactly(2, 2);
        assertThat(Window.of(run, 10_000, 20_000)).extracting(Window::requests).containsExactly(1);
        assertThat(Window.of(run, 10_000, 150_000)).extracting(Window::requests).containsExactly(1, 2, 2);
    }

    @Test
    void aMinuteWithoutRequestsDoesNotPass() {
        assertThat(failed(new ArrayList<>())).contains("no answer in a minute, worst", "p99 of a minute, worst");
    }

    @Test
    void readsWhatTheLoadWrites() {
        assertThat(Request.of("live stream;12;345;-1;")).isEqualTo(new Request("live stream", 12, 345, -1, ""));
        assertThat(Request.of("thread;1;2;200;post 7 at /posts/9?before=a;b"))
                .isEqualTo(new Request("thread", 1, 2, 200, "post 7 at /posts/9?before=a;b"));
    }

    private static Request request(double took, int status) {
        return new Request("home", 0, took, status, "");
    }

    // As many in the first minute as in the second.
    private static List<Request> minutes(Request like, int each) {
        var run = new ArrayList<Request>();
        for (var n = 0; n < each; n++) {
            run.add(new Request(like.kind(), 1_000, like.took(), like.status(), like.wrong()));
            run.add(new Request(like.kind(), 61_000, like.took(), like.status(), like.wrong()));
        }
        return run;
    }

    private static List<String> failed(List<Request> run) {
        return failedOf(Gate.of(Window.of(run, 0, 120_000), HALF, HALF));
    }

    private static List<String> failedOf(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> !figure.holds())
                .map(Figure::name)
                .toList();
    }
}
