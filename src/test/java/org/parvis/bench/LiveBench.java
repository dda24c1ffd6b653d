package org.parvis.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Pages that stay open: what they cost while nothing happens, and how soon a comment is on them. */
final class LiveBench {

    static final String[] OPTIONS = {"--streams"};

    private static final int STREAMS = 10_000;
    private static final int PAGES = 1_000;
    private static final int THREADS = 100;
    private static final int COMMENTS = 200;
    private static final int IDLE = 60;

    private LiveBench() {}

    static void measure(Options options, Figures figures) throws Exception {
        var streams = options.number("--streams", STREAMS);
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data());
            var company = Files.write(scratch.folder().resolve("company.csv"), new Company(2026).lines(streams));
            launch.complete("import", "people", company.toString());
            try (var server = launch.serve("run")) {
                var database = Database.in(scratch.data());
                database.letEverybodyIn();
                var author = new Author(server);
                var threads = new ArrayList<Long>();
                for (var n = 0; n < THREADS; n++) {
                    threads.add(author.write("posts", "{\"text\": \"Thread %d\"}".formatted(n)));
                }
                TimeUnit.SECONDS.sleep(20);
                var before = Machine.residentMegabytes(server.application());
                try (var audience = Audience.of(server, LongStream.rangeClosed(2, streams), Database::session)) {
                    idle(server, audience, streams, before, figures);
                    comments(server, author, threads, figures);
                }
            }
        }
    }

    private static void idle(Server server, Audience audience, int streams, double before, Figures figures)
            throws Exception {
        TimeUnit.SECONDS.sleep(10);
        var application = Machine.cpu(server.application());
        var database = Machine.cpu(server.database());
        TimeUnit.SECONDS.sleep(IDLE);
        figures.add(Figure.of("open streams", audience.present(), "").atLeast(streams - 1));
        figures.add(Figure.of("their memory", Machine.residentMegabytes(server.application()) - before, "MB")
                .atMost(Math.max(400, streams / 30)));
        var share = 100e-9 / IDLE;
        figures.add(Figure.of(
                        "their processor time, application",
                        Machine.cpu(server.application()).minus(application).toNanos() * share,
                        "% of a core")
                .atMost(5));
        figures.add(Figure.of(
                "their processor time, database",
                Machine.cpu(server.database()).minus(database).toNanos() * share,
                "% of a core"));
    }

    private static void comments(Server server, Author author, List<Long> threads, Figures figures) throws Exception {
        try (var audience = Audience.of(server, LongStream.rangeClosed(2, PAGES + 1), Database::session)) {
            audience.read(threads);
            for (var n = 0; n < COMMENTS + THREADS; n++) {
                if (n == THREADS) audience.forget();
                audience.expect(threads.get(n % THREADS), System.nanoTime());
                author.write("posts/%d/comments".formatted(threads.get(n % THREADS)), "{\"text\": \"Comment\"}");
                TimeUnit.MILLISECONDS.sleep(100);
            }
            TimeUnit.SECONDS.sleep(3);
            var arrived = audience.arrived();
            figures.add(Figure.of("open pages", audience.present(), ""));
            figures.add(Figure.of("comments shown", arrived.sorted().length, "").atLeast(COMMENTS * PAGES / THREADS));
            figures.add(Figure.of("comment shown on an open page, p50", arrived.median(), "ms"));
            figures.add(Figure.of("comment shown on an open page, p99", arrived.percentile(99), "ms")
                    .atMost(300));
        }
    }
}
