package org.parvis.bench;

/**
 * An announcement to everybody in a company that is there: until it is published, and until it is on the home page of
 * colleagues who are on line. Before that, how long a start on that folder takes until it answers.
 */
final class AnnouncementBench {

    private static final int READERS = 200;
    private static final double PAUSE = 10_000;

    private AnnouncementBench() {}

    static void measure(Options options, Figures figures) throws Exception {
        var launch = Launch.on(options.folder("--data")).bare();
        var start = System.nanoTime();
        try (var server = launch.serve("run")) {
            var visitor = Visitor.of(server, "");
            visitor.read("/sign-in");
            figures.add(Figure.of("start to first page", milliseconds(start) / 1000, "s")
                    .atMost(8));
            var database = Database.in(launch.data());
            var editor = database.colleagues(1).getFirst();
            try (var crowd = Crowd.of(database, database.colleagues(READERS));
                    var _ = database.editing(editor)) {
                for (var reader : crowd.people()) {
                    visitor.as(crowd.session(reader)).read("/");
                }
                announce(server, visitor, crowd, database, figures);
            }
        }
    }

    private static void announce(Server server, Visitor visitor, Crowd crowd, Database database, Figures figures)
            throws Exception {
        var before = database.number("select count(*) from notification");
        var start = System.nanoTime();
        var post = new Author(server).write("posts", """
                {"kind": "announcement", "title": "To all of us", "text": "Measured.", "announcement": {"audience": {}, "acknowledge": true}}""");
        figures.add(Figure.of("published", milliseconds(start), "ms"));
        var shown = 0;
        var first = 0.0;
        for (var reader : crowd.people()) {
            var page = visitor.as(crowd.session(reader)).page("/");
            if (first == 0) first = milliseconds(start);
            if (!page.select("a[href*=/posts/%d]".formatted(post)).isEmpty()) shown++;
        }
        figures.add(
                Figure.of("first page with it, from sending it", first, "ms").atMost(1_000));
        figures.add(Figure.of("readers whose next page shows it", shown, "").atLeast(READERS));
        told(start, before, database, figures);
    }

    // Until ten seconds pass in which nobody more is told.
    private static void told(long start, long before, Database database, Figures figures) throws InterruptedException {
        var told = 0L;
        var last = 0.0;
        while (milliseconds(start) < last + PAUSE || told == 0) {
            Thread.sleep(500);
            var now = database.number("select count(*) from notification") - before;
            if (now > told) last = milliseconds(start);
            told = now;
        }
        figures.add(Figure.of("asked to confirm it, people", told, ""));
        figures.add(Figure.of("the last of them, from sending it", last / 1000, "s"));
    }

    private static double milliseconds(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
