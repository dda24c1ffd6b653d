package org.parvis.bench;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

/**
 * What a feed page costs, twenty posts over one connection, compressed: for people who have not been there since the
 * server started, and for one who comes again and again.
 */
final class FeedBench {

    private static final String HOME = "/";
    private static final int POSTS = 20;
    private static final int PEOPLE = 200;
    private static final int AGAIN = 1_000;
    private static final int WARM_UP = 2_000;

    private FeedBench() {}

    static void measure(Options options, Figures figures) throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(options.folder("--data")).bare();
            try (var server = launch.serve("run");
                    var crowd = crowd(launch)) {
                cost(server, crowd, figures);
            }
            try (var server = StatementLog.loud(launch, scratch.folder()).serve("run");
                    var crowd = crowd(launch)) {
                statements(server, crowd, figures);
            }
        }
    }

    private static Crowd crowd(Launch launch) throws IOException {
        var database = Database.in(launch.data());
        return Crowd.of(database, database.colleagues(2 * PEOPLE));
    }

    private static void cost(Server server, Crowd crowd, Figures figures) throws Exception {
        var readers = new Readers(server, crowd);
        for (var n = 0; n < WARM_UP; n++) {
            readers.read(readers.others().get(n % readers.others().size()));
        }
        figures.add(Figure.of("people", readers.strangers().size(), ""));
        time(server, "once each", readers, readers.strangers(), figures);
        figures.add(Figure.of("posts on their pages, mean", readers.posts(), ""));
        var somebody = readers.withFullPage();
        for (var n = 0; n < PEOPLE; n++) {
            readers.read(somebody);
        }
        time(server, "again and again", readers, Collections.nCopies(AGAIN, somebody), figures);
        figures.add(Figure.of("compressed", readers.read(somebody) / 1024.0, "KB"));
    }

    private static void time(Server server, String name, Readers readers, List<Long> people, Figures figures)
            throws Exception {
        var took = new double[people.size()];
        var application = Machine.cpu(server.application());
        var database = Machine.cpu(server.database());
        for (var n = 0; n < took.length; n++) {
            var start = System.nanoTime();
            readers.read(people.get(n));
            took[n] = (System.nanoTime() - start) / 1e6;
        }
        var applications = Machine.cpu(server.application()).minus(application).toNanos() / 1e6 / took.length;
        var databases = Machine.cpu(server.database()).minus(database).toNanos() / 1e6 / took.length;
        var sample = Sample.of(took);
        figures.add(Figure.of(name + ", processor, application", applications, "ms"));
        figures.add(Figure.of(name + ", processor, database", databases, "ms"));
        figures.add(Figure.of(name + ", processor, both", applications + databases, "ms")
                .atMost(0.6));
        figures.add(Figure.of(name + ", answer, p50", sample.median(), "ms").atMost(3));
        figures.add(
                Figure.of(name + ", answer, p99", sample.percentile(99), "ms").atMost(12));
    }

    private static void statements(Server server, Crowd crowd, Figures figures) throws Exception {
        var log = new StatementLog(server);
        var readers = new Readers(server, crowd);
        for (var other : readers.others()) {
            readers.read(other);
        }
        log.sent();
        for (var stranger : readers.strangers()) {
            readers.read(stranger);
        }
        var cold = log.sent() / (double) readers.strangers().size();
        if (cold == 0) throw new IllegalStateException("The log tells no statement");
        figures.add(Figure.of("once each, statements", cold, "").atMost(8));
        var somebody = readers.withFullPage();
        readers.read(somebody);
        log.sent();
        for (var n = 0; n < PEOPLE; n++) {
            readers.read(somebody);
        }
        figures.add(Figure.of("again and again, statements", log.sent() / (double) PEOPLE, "")
                .atMost(2));
    }

    /** The crowd over one connection: half of it wakes the server, the other half comes for the first time. */
    private record Readers(Visitor visitor, Crowd crowd) {

        Readers(Server server, Crowd crowd) {
            this(Visitor.of(server, ""), crowd);
        }

        List<Long> others() {
            return crowd.people().subList(0, crowd.people().size() / 2);
        }

        List<Long> strangers() {
            return crowd.people()
                    .subList(crowd.people().size() / 2, crowd.people().size());
        }

        int read(long person) throws IOException, InterruptedException {
            return visitor.as(crowd.session(person)).read(HOME);
        }

        int posts(long person) throws IOException, InterruptedException {
            return visitor.as(crowd.session(person))
                    .page(HOME)
                    .select("#feed article.post")
                    .size();
        }

        double posts() throws IOException, InterruptedException {
            var all = 0.0;
            for (var stranger : strangers()) {
                all += posts(stranger);
            }
            return all / strangers().size();
        }

        long withFullPage() throws IOException, InterruptedException {
            for (var person : others()) {
                if (posts(person) == POSTS) return person;
            }
            throw new IllegalStateException("Nobody's page has %d posts".formatted(POSTS));
        }
    }
}
