package org.parvis.bench;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The requests of a load by their kind, the most frequent first, as a table. */
record Kinds(List<Request> requests) {

    private static final String LINE = "%-16s %9s %7s %9s %9s %9s %9s";

    String table() {
        var kinds = requests.stream().collect(Collectors.groupingBy(Request::kind, TreeMap::new, Collectors.toList()));
        var lines = kinds.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .map(kind -> line(kind.getKey(), kind.getValue()))
                .collect(Collectors.joining("\n"));
        return LINE.formatted("requests", "number", "errors", "mean", "p50", "p95", "p99")
                + "\n"
                + lines
                + "\n"
                + line("all", requests);
    }

    /** The first of what was wrong, each once. */
    String wrong(int most) {
        return requests.stream()
                .filter(request -> !request.right())
                .map(request -> request.kind() + ": " + (request.unanswered() ? "no answer" : request.wrong()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .limit(most)
                .map(each -> each.getKey() + (each.getValue() > 1 ? " (%d times)".formatted(each.getValue()) : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String name, List<Request> of) {
        var took = Sample.of(of.stream().mapToDouble(Request::took).toArray());
        return LINE.formatted(
                name,
                of.size(),
                of.stream().filter(request -> !request.right()).count(),
                milliseconds(took.mean()),
                milliseconds(took.median()),
                milliseconds(took.percentile(95)),
                milliseconds(took.percentile(99)));
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%,.1f ms", value);
    }
}
