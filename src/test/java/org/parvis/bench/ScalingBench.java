package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the cost of reading grows with what there is to read: the same kinds of pages, one after the other over one
 * connection, by people drawn by lot, on folders with ever more content.
 */
final class ScalingBench {

    static final String[] OPTIONS = {"--data1", "--data10", "--data100"};

    private static final int PEOPLE = 200;
    private static final int WARM_UP = 3;

    /** Processor time for a request in milliseconds, p50 and p99 of its answer. */
    private record Cost(double application, double database, double p50, double p99) {
        double both() {
            return application + database;
        }
    }

    private ScalingBench() {}

    static void measure(Options options, Figures figures) throws Exception {
        var all = new LinkedHashMap<String, Map<String, Cost>>();
        for (var name : OPTIONS) {
            if (options.has(name)) all.put(name.substring("--data".length()) + " %", costs(options.folder(name)));
        }
        all.forEach((share, costs) -> costs.forEach((kind, cost) -> {
            figures.add(Figure.of("%s, %s, application".formatted(kind, share), cost.application, "ms"));
            figures.add(Figure.of("%s, %s, database".formatted(kind, share), cost.database, "ms"));
            figures.add(Figure.of("%s, %s, p50".formatted(kind, share), cost.p50, "ms"));
            figures.add(Figure.of("%s, %s, p99".formatted(kind, share), cost.p99, "ms"));
        }));
        growth(all, figures);
    }

    private static void growth(Map<String, Map<String, Cost>> all, Figures figures) {
        var least = List.copyOf(all.values()).getFirst();
        all.forEach((share, costs) -> costs.forEach((kind, cost) -> {
            if (costs != least) {
                var name = String.format(Locale.ROOT, "%s, cost at %s against the least", kind, share);
                var figure = Figure.of(
                        name, cost.both() / least.getOrDefault(kind, cost).both(), "times");
                figures.add(kind.equals("home") ? figure.atMost(1.25) : figure);
            }
        }));
    }

    private static Map<String, Cost> costs(Path data) throws Exception {
        var launch = Launch.on(data).bare();
        try (var server = launch.serve("run")) {
            var database = Database.in(data);
            try (var crowd = Crowd.of(database, database.colleagues(PEOPLE))) {
                var visitor = Visitor.of(server, "");
                var walks = walks(crowd, visitor);
                for (var n = 0; n < WARM_UP; n++) {
                    for (var kind : walks.values()) read(visitor, kind);
                }
                var costs = new LinkedHashMap<String, Cost>();
                for (var kind : walks.entrySet()) {
                    costs.put(kind.getKey(), cost(server, visitor, kind.getValue()));
                }
                return costs;
            }
        }
    }

    /** What each of them opens: home, and what its links lead to. */
    private static Map<String, List<Page>> walks(Crowd crowd, Visitor visitor)
            throws IOException, InterruptedException {
        var walks = new LinkedHashMap<String, List<Page>>();
        for (var person : crowd.people()) {
            var session = crowd.session(person);
            var home = visitor.as(session).page("/");
            add(walks, "home", session, "/");
            add(walks, "older in the feed", session, home.select("a[rel=next]").attr("href"));
            add(
                    walks,
                    "thread",
                    session,
                    home.select("#feed article.post header a.plain[href^=/posts/]")
                            .attr("href"));
            add(
                    walks,
                    "community",
                    session,
                    home.select("#feed header a.plain[href^=/communities/]").attr("href"));
            add(walks, "profile", session, home.select("#feed header a.name").attr("href"));
            add(walks, "alerts", session, "/notifications");
            add(walks, "directory", session, "/people");
            add(walks, "typeahead", session, "/search/suggestions?q=ma");
        }
        return walks;
    }

    private static void add(Map<String, List<Page>> walks, String kind, String session, String path) {
        if (!path.isEmpty())
            walks.computeIfAbsent(kind, first -> new ArrayList<>()).add(new Page(session, path));
    }

    private static Cost cost(Server server, Visitor visitor, List<Page> pages)
            throws IOException, InterruptedException {
        var application = Machine.cpu(server.application());
        var database = Machine.cpu(server.database());
        var took = read(visitor, pages);
        var perRequest = 1e6 * pages.size();
        return new Cost(
                Machine.cpu(server.application()).minus(application).toNanos() / perRequest,
                Machine.cpu(server.database()).minus(database).toNanos() / perRequest,
                took.median(),
                took.percentile(99));
    }

    private static Sample read(Visitor visitor, List<Page> pages) throws IOException, InterruptedException {
        var took = new double[pages.size()];
        for (var n = 0; n < took.length; n++) {
            var start = System.nanoTime();
            visitor.as(pages.get(n).session).read(pages.get(n).path);
            took[n] = (System.nanoTime() - start) / 1e6;
        }
        return Sample.of(took);
    }

    private record Page(String session, String path) {}
}
