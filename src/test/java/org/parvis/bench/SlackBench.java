package org.parvis.bench;

import java.nio.file.Path;
import java.time.Duration;

/** An export into an empty network, with half a gigabyte of heap. */
final class SlackBench {

    private SlackBench() {}

    static void measure(Path export, Figures figures) throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data()).with("PARVIS_JAVA_OPTIONS", "-Xmx512m");
            var start = System.nanoTime();
            launch.complete("import", "slack", export.toAbsolutePath().toString());
            var command = Duration.ofNanos(System.nanoTime() - start);
            try (var _ = launch.serve("run")) {
                report(Database.in(scratch.data()), command, figures);
            }
        }
    }

    private static void report(Database database, Duration command, Figures figures) {
        var messages = database.number("select (counts ->> 'messages')::bigint from import_run");
        var milliseconds =
                database.number("select extract(epoch from finished_at - started_at) * 1000 from import_run");
        figures.add(Figure.of("messages", messages, ""));
        figures.add(Figure.of("posts and comments", database.number("""
                select (select count(*) from post) + (select count(*) from comment)
                """), ""));
        figures.add(Figure.of("import", milliseconds / 1e3, "s"));
        figures.add(Figure.of("messages a second", messages * 1e3 / milliseconds, "/s")
                .atLeast(3000));
        figures.add(Figure.of("the whole command", command.toMillis() / 1e3, "s"));
        figures.add(Figure.of("messages a second, by that", messages * 1e3 / command.toMillis(), "/s"));
    }
}
