package org.parvis.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a load test has to hold in each of its minutes: answers with 5xx and none at all 0.025 % each at most, 100 ms on
 * average, 2 s for 99 of 100, 85 % of the machine's processors and memory. A wrong page is one too many at any time.
 */
final class Gate {

    private static final double LOST = 0.025;
    private static final double MEAN = 100;
    private static final double P99 = 2_000;
    private static final double SHARE = 85;

    private Gate() {}

    /** The worst minute of each; the shares of the machine are of 100, one for each minute. */
    static List<Figure> of(List<Window> windows, List<Double> processors, List<Double> memory) {
        return List.of(
                worst("5xx in a minute", windows, Window::refused, "%", LOST),
                worst("no answer in a minute", windows, Window::unanswered, "%", LOST),
                worst("wrong answers in a minute", windows, Window::mistaken, "", 0),
                worst("mean of a minute", windows, Window::mean, "ms", MEAN),
                worst("p99 of a minute", windows, Window::p99, "ms", P99),
                worst("processors in a minute", processors, Double::doubleValue, "%", SHARE),
                worst("memory in a minute", memory, Double::doubleValue, "%", SHARE));
    }

    static boolean holds(List<Figure> figures) {
        return figures.stream().allMatch(Figure::holds);
    }

    private static <T> Figure worst(String name, List<T> minutes, ToDoubleFunction<T> part, String unit, double most) {
        var worst = minutes.stream().mapToDouble(part).max().orElseThrow();
        return Figure.of(name + ", worst", worst, unit).atMost(most);
    }
}
