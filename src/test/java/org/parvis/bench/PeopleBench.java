package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A large company: brought in, brought in again, looked up. */
final class PeopleBench {

    private static final int WARM_UP = 100;
    private static final int REQUESTS = 200;

    private PeopleBench() {}

    static void measure(int people, Figures figures) throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data());
            var file = Files.write(scratch.folder().resolve("company.csv"), new Company(2026).lines(people));
            figures.add(Figure.of("people", people, ""));
            figures.add(Figure.of("import", seconds(launch, file), "s").atMost(60));
            figures.add(Figure.of("import again, unchanged", seconds(launch, file), "s")
                    .atMost(20));
            try (var server = launch.serve("run")) {
                read(server, Database.in(scratch.data()), figures);
            }
        }
    }

    private static double seconds(Launch launch, Path file) throws IOException, InterruptedException {
        var start = System.nanoTime();
        launch.complete("import", "people", file.toString());
        return (System.nanoTime() - start) / 1e9;
    }

    private static void read(Server server, Database database, Figures figures) throws Exception {
        var visitor = Visitor.of(server, database.signIn(Launch.ADMINISTRATOR));
        var manager = database.number("select manager_id from person where manager_id is not null limit 1");
        read(visitor, "directory, first page", "/people", figures);
        for (var name : List.of("moreno", "ana", "li", "佐藤", "sophie laurent")) {
            read(visitor, "directory, “%s”".formatted(name), "/people?q=" + Visitor.encoded(name), figures);
        }
        read(visitor, "profile", "/people/" + manager, figures);
    }

    private static void read(Visitor visitor, String name, String path, Figures figures) throws Exception {
        visitor.times(path, WARM_UP);
        var sample = visitor.times(path, REQUESTS);
        figures.add(Figure.of(name + ", p50", sample.median(), "ms"));
        figures.add(Figure.of(name + ", p99", sample.percentile(99), "ms"));
    }
}
