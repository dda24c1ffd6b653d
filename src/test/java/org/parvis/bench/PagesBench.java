package org.parvis.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What each page of the demo company costs: statements, processor time, waiting, bytes. */
final class PagesBench {

    private static final String NADIA = "n.berrada@valmont-aubier.example";
    private static final int REQUESTS = 200;
    private static final int WARM_UP = 200;

    private PagesBench() {}

    static void measure(Figures figures) throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data()).bare();
            try (var server = launch.serve("demo")) {
                var database = Database.in(scratch.data());
                var visitor = Visitor.of(server, database.signIn(NADIA));
                for (var page : pages(database).entrySet()) {
                    cost(server, visitor, page.getKey(), page.getValue(), figures);
                }
            }
            try (var server = StatementLog.loud(launch, scratch.folder()).serve("demo")) {
                var database = Database.in(scratch.data());
                var visitor = Visitor.of(server, Database.TOKEN);
                var log = new StatementLog(server);
                for (var page : pages(database).entrySet()) {
                    statements(log, visitor, page.getKey(), page.getValue(), figures);
                }
            }
        }
    }

    private static Map<String, String> pages(Database database) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put(
                "thread",
                "/posts/"
                        + database.number(
                                "select post_id from comment group by post_id order by count(*) desc, 1 limit 1"));
        pages.put(
                "profile",
                "/people/"
                        + database.number(
                                "select author_id from post group by author_id order by count(*) desc, 1 limit 1"));
        pages.put("community", "/communities/" + database.number("""
                select community_id from post where community_id is not null group by 1 order by count(*) desc, 1 limit 1
                """));
        pages.put("communities", "/communities");
        pages.put("directory", "/people");
        pages.put("notifications", "/notifications");
        return pages;
    }

    private static void cost(Server server, Visitor visitor, String name, String path, Figures figures)
            throws Exception {
        visitor.times(path, WARM_UP);
        var application = Machine.cpu(server.application());
        var database = Machine.cpu(server.database());
        var sample = visitor.times(path, REQUESTS);
        var perRequest = 1e6 * REQUESTS;
        figures.add(Figure.of(
                name + ", processor, application",
                Machine.cpu(server.application()).minus(application).toNanos() / perRequest,
                "ms"));
        figures.add(Figure.of(
                name + ", processor, database",
                Machine.cpu(server.database()).minus(database).toNanos() / perRequest,
                "ms"));
        figures.add(Figure.of(name + ", answer, p50", sample.median(), "ms"));
        figures.add(Figure.of(name + ", answer, p99", sample.percentile(99), "ms"));
        figures.add(Figure.of(name + ", compressed", visitor.read(path) / 1024.0, "KB"));
    }

    private static void statements(StatementLog log, Visitor visitor, String name, String path, Figures figures)
            throws Exception {
        visitor.times(path, 3);
        log.sent();
        visitor.times(path, 10);
        var statements = log.sent() / 10.0;
        if (statements == 0) throw new IllegalStateException("The log of %s tells no statement".formatted(name));
        var figure = Figure.of(name + ", statements", statements, "");
        figures.add(name.matches("home|thread|profile") ? figure.atMost(8 + kinds(visitor, path)) : figure);
    }

    /** How many kinds of posts with a table of their own a page shows. */
    private static int kinds(Visitor visitor, String path) throws IOException, InterruptedException {
        return Set.copyOf(visitor.page(path).select("article.post .kind").eachText())
                .size();
    }
}
