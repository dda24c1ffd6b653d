package org.parvis.bench;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** From the command to the first page, on an empty data folder and again; what the idle network takes. */
final class StartBench {

    private static final int RUNS = 3;

    private StartBench() {}

    static void measure(Figures figures) throws Exception {
        var runs = new ArrayList<Run>();
        for (var n = 0; n < RUNS; n++) {
            try (var scratch = Scratch.make()) {
                runs.add(run(Launch.on(scratch.data()).bare()));
            }
        }
        report("first start", "s", 15, runs, Run::first, figures);
        report("second start", "s", 5, runs, Run::second, figures);
        report("memory of the idle application", "MB", 450, runs, Run::application, figures);
        report("memory of the idle database", "MB", Double.POSITIVE_INFINITY, runs, Run::database, figures);
        report("end", "s", Double.POSITIVE_INFINITY, runs, Run::end, figures);
        figures.add(Figure.of("right after a build: laid out, trained, first start", afterBuild(), "s"));
    }

    private static Run run(Launch launch) throws Exception {
        var first = start(launch, server -> {});
        var idle = new double[2];
        var second = start(launch, server -> {
            TimeUnit.SECONDS.sleep(20);
            idle[0] = Machine.residentMegabytes(server.application());
            idle[1] = Machine.residentMegabytes(server.database());
        });
        return new Run(first.page, second.page, idle[0], idle[1], second.end);
    }

    private static Start start(Launch launch, Look look) throws Exception {
        var start = System.nanoTime();
        try (var server = launch.serve("run")) {
            Visitor.of(server, "").read("/");
            var page = (System.nanoTime() - start) / 1e9;
            look.at(server);
            return new Start(page, server.stop().toMillis() / 1e3);
        }
    }

    /** A copy of the script beside the same jar, with nothing made yet. */
    private static double afterBuild() throws Exception {
        try (var scratch = Scratch.make()) {
            var launch = Launch.on(scratch.data()).bare();
            var jar = launch.script().resolveSibling("target/parvis.jar");
            var copy = scratch.folder().resolve("parvis");
            Files.copy(launch.script(), copy, COPY_ATTRIBUTES);
            Files.createDirectories(scratch.folder().resolve("target"));
            Files.createSymbolicLink(scratch.folder().resolve("target/parvis.jar"), jar);
            Files.createFile(scratch.folder().resolve("target/parvis.built"));
            beOld(Files.createDirectories(scratch.folder().resolve("src/main")));
            beOld(Files.createFile(scratch.folder().resolve("pom.xml")));
            return start(launch.by(copy).with("PARVIS_SOFTWARE", ""), server -> {}).page;
        }
    }

    // The script compares the times to know whether there is something to build.
    private static void beOld(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static void report(
            String name, String unit, double most, List<Run> runs, ToDoubleFunction<Run> part, Figures figures) {
        var sample = Sample.of(runs.stream().mapToDouble(part).toArray());
        figures.add(Figure.of(name + ", least", sample.least(), unit));
        var median = Figure.of(name + ", median", sample.median(), unit);
        figures.add(most == Double.POSITIVE_INFINITY ? median : median.atMost(most));
        figures.add(Figure.of(name + ", most", sample.most(), unit));
    }

    private interface Look {
        void at(Server server) throws Exception;
    }

    private record Start(double page, double end) {}

    private record Run(double first, double second, double application, double database, double end) {}
}
