package org.parvis.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of the load, in a process of its own, against a network that runs. Rates are requests a second; those of the
 * event come on top. The seconds of the warm-up, in which the rate rises, are not judged.
 */
record LoadRun(String classPath, Path report, Map<String, String> environment) {

    private static final String MAIN = "org.parvis.load.Load";

    /** How much, and how long. */
    record Amount(double rate, double eventRate, int warmUp, int seconds) {}

    /** What a run left: when it began, in milliseconds of the clock, and each of its requests. */
    record Result(long began, List<Request> requests) {}

    static LoadRun against(URI address, Database database, Crowd crowd, String classPath, Path report) {
        var environment = new TreeMap<String, String>();
        environment.put("ADDRESS", address.toString());
        environment.put("DATABASE", database.address());
        environment.put("USER", database.user());
        environment.put("PASSWORD", database.password());
        environment.put("SECRET", crowd.secret());
        return new LoadRun(classPath, report, environment);
    }

    /** Plays; the other is handed the process while it does. */
    Result play(Amount amount, Beside beside) throws IOException, InterruptedException {
        Files.createDirectories(report);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx640m",
                        "-XX:+UseParallelGC",
                        // As Gatling asks for.
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        // Where it would remember things in the home of whoever runs it.
                        "-Djava.util.prefs.userRoot=" + report,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        MAIN)
                .redirectErrorStream(true)
                .redirectOutput(report.resolve("said.txt").toFile());
        environment.forEach((name, value) -> builder.environment().put("PARVIS_LOAD_" + name, value));
        put(builder, "REPORT", report.toString());
        put(builder, "RATE", Double.toString(amount.rate));
        put(builder, "EVENT_RATE", Double.toString(amount.eventRate));
        put(builder, "WARM_UP", Integer.toString(amount.warmUp));
        put(builder, "SECONDS", Integer.toString(amount.seconds));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        beside.with(process);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The load ended with %d:%n%s"
                    .formatted(process.exitValue(), Files.readString(report.resolve("said.txt"))));
        }
        return result();
    }

    private Result result() throws IOException {
        var lines = Files.readAllLines(report.resolve("requests.csv"));
        return new Result(
                Long.parseLong(lines.getFirst()),
                lines.stream().skip(1).map(Request::of).toList());
    }

    private static void put(ProcessBuilder builder, String name, String value) {
        builder.environment().put("PARVIS_LOAD_" + name, value);
    }

    /** What is done while the load plays. */
    interface Beside {
        void with(Process load) throws InterruptedException;
    }
}
