package org.parvis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A minute of a load: the requests that left in it. Shares are of 100. */
record Window(int requests, double refused, double unanswered, int mistaken, double mean, double p99) {

    private static final double MINUTE = 60_000;

    /** A run cut into minutes, or what is closest to them; from and length in milliseconds. */
    static List<Window> of(List<Request> run, long from, long length) {
        var minutes = (int) Math.max(1, Math.round(length / MINUTE));
        var parts = new ArrayList<List<Request>>();
        for (var n = 0; n < minutes; n++) {
            parts.add(new ArrayList<>());
        }
        for (var request : run) {
            var part = Math.floorDiv((request.at() - from) * minutes, length);
            if (part >= 0 && part < minutes) parts.get((int) part).add(request);
        }
        return parts.stream().map(Window::of).toList();
    }

    static Window of(List<Request> requests) {
        if (requests.isEmpty()) return new Window(0, 100, 100, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        var took = Sample.of(requests.stream().mapToDouble(Request::took).toArray());
        return new Window(
                requests.size(),
                share(requests, Request::refused),
                share(requests, Request::unanswered),
                (int) requests.stream().filter(Request::mistaken).count(),
                took.mean(),
                took.percentile(99));
    }

    private static double share(List<Request> requests, Predicate<Request> which) {
        return 100.0 * requests.stream().filter(which).count() / requests.size();
    }
}
