package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A working day of a company that is there, requests at a given rate whatever their answers take, judged by the
 * {@link Gate}. It writes what people write: play it on a copy of the folder to keep that as it is.
 */
final class LoadBench {

    static final String[] OPTIONS = {
        "--data",
        "--rate",
        "--minutes",
        "--seconds",
        "--people",
        "--streams",
        "--event",
        "--find",
        "--report",
        "--warm-up",
        "--with"
    };

    private static final int COMING = 28_000;
    private static final int EVENT = 570;
    private static final int BUSY_HOUR = 90;

    // What a node that has just started holds is another question.
    private static final int FIRST_WARM_UP = 180;

    private final Options options;
    private final Server server;
    private final Database database;
    private final Crowd crowd;
    private final String classPath;
    private final Path reports;

    private LoadBench(Options options, Server server, Database database, Crowd crowd, Path load, Path reports)
            throws Exception {
        this.options = options;
        this.server = server;
        this.database = database;
        this.crowd = crowd;
        this.classPath = new LoadBuild(load).classPath();
        this.reports = reports;
    }

    static void measure(Options options, Figures figures) throws Exception {
        var launch = Launch.on(options.folder("--data")).bare().with(options.settings("--with"));
        var load = launch.script().resolveSibling("load");
        var reports = reports(options, load);
        var log = Path.of(reports + "-server.log");
        Files.createDirectories(reports.toAbsolutePath().getParent());
        try (var server = launch.serve("run")) {
            server.log(log);
            System.out.println("What the server says is in " + log);
            var database = Database.in(launch.data());
            var people = database.mostActive(options.number("--people", COMING));
            try (var crowd = Crowd.of(database, people)) {
                var bench = new LoadBench(options, server, database, crowd, load, reports);
                figures.add(Figure.of("people", people.size(), ""));
                bench.measure(figures);
                SignIns.measure(server, database, figures);
            }
        }
    }

    private static Path reports(Options options, Path load) {
        return options.has("--report")
                ? options.folder("--report")
                : load.resolve("target/report-"
                        + LocalDateTime.now(java.time.ZoneId.systemDefault())
                                .format(DateTimeFormatter.ofPattern("MMdd-HHmmss")));
    }

    private void measure(Figures figures) throws Exception {
        var streams = crowd.people().stream().mapToLong(Long::longValue).limit(options.number("--streams", 0));
        try (var audience = Audience.of(server, streams, crowd::session)) {
            if (options.has("--find")) {
                figures.add(Figure.of("highest rate found", highest(), "/s"));
            } else {
                var outcome = play(asked(), "");
                outcome.costs().forEach(figures::add);
                outcome.gate().forEach(figures::add);
            }
            if (options.has("--streams")) {
                figures.add(Figure.of("open streams at the end", audience.present(), "")
                        .atLeast(
                                crowd.people().size() < options.number("--streams", 0)
                                        ? crowd.people().size()
                                        : options.number("--streams", 0)));
            }
        }
    }

    private LoadRun.Amount asked() {
        var event = options.has("--event");
        var seconds = options.number("--seconds", 60 * options.number("--minutes", 5));
        return new LoadRun.Amount(
                options.number("--rate", event ? BUSY_HOUR : 600),
                event ? eventRate() : 0,
                options.number("--warm-up", 30),
                seconds);
    }

    private int eventRate() {
        return options.text("--event", "").isEmpty() ? EVENT : options.number("--event", EVENT);
    }

    /** Up by quarters as long as the gate holds for a minute, then half the way back, twice. */
    private double highest() throws Exception {
        var holds = 0.0;
        var fails = 0.0;
        var rate = (double) options.number("--rate", 100);
        for (var tries = 0; tries < 2; rate = fails == 0 ? rate * 1.25 : (holds + fails) / 2) {
            var warmUp = holds == 0 && fails == 0 ? options.number("--warm-up", FIRST_WARM_UP) : 15;
            var outcome = play(new LoadRun.Amount(rate, 0, warmUp, 60), "-%.0f".formatted(rate));
            outcome.gate().forEach(figure -> System.out.println(figure.name() + ": " + figure.measured()));
            if (Gate.holds(outcome.gate())) {
                holds = rate;
            } else {
                fails = rate;
            }
            System.out.printf("%.0f requests/s: %s%n%n", rate, fails == rate ? "FAIL" : "pass");
            if (fails > 0) tries++;
        }
        return holds;
    }

    /** What it cost, and what the gate asks. */
    private record Outcome(List<Figure> costs, List<Figure> gate) {}

    private Outcome play(LoadRun.Amount amount, String suffix) throws IOException, InterruptedException {
        var report = Path.of(reports + suffix);
        var meters = new Meters(server);
        var result = LoadRun.against(server.address(), database, crowd, classPath, report)
                .play(amount, meters);
        var from = result.requests().stream().mapToLong(Request::at).min().orElseThrow() + amount.warmUp() * 1000L;
        var length = amount.seconds() * 1000L;
        var judged = result.requests().stream()
                .filter(request -> request.at() >= from && request.at() < from + length
                        || request.kind().equals("afterwards"))
                .toList();
        var began = result.began() + from;
        var windows = Window.of(result.requests(), from, length);
        System.out.println(new Kinds(judged).table());
        System.out.println(minutes(windows, began, length, meters));
        System.out.println(new Kinds(result.requests()).wrong(20));
        System.out.println("Gatling's report is in " + report);
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("rate asked for", amount.rate() + amount.eventRate(), "/s"));
        var right = judged.stream().filter(Request::right).count();
        figures.add(Figure.of("rate held", right * 1000.0 / length, "/s"));
        processors(judged.size(), began, began + length, meters, figures);
        return new Outcome(figures, gate(windows, began, length, meters));
    }

    /** How it went from minute to minute: a node that has just started has much to compile. */
    private static String minutes(List<Window> windows, long began, long length, Meters meters) {
        var line = "%-16s %9s %9s %12s %12s %12s %12s%n";
        var table = new StringBuilder(
                line.formatted("minute", "requests", "5xx", "mean", "p99", "application", "database"));
        var minute = length / windows.size();
        for (var n = 0; n < windows.size(); n++) {
            var window = windows.get(n);
            var from = began + n * minute;
            table.append(line.formatted(
                    n + 1,
                    window.requests(),
                    "%.2f %%".formatted(window.refused()),
                    "%,.1f ms".formatted(window.mean()),
                    "%,.0f ms".formatted(window.p99()),
                    "%.2f ms".formatted(1000 * meters.application(from, from + minute) / window.requests()),
                    "%.2f ms".formatted(1000 * meters.database(from, from + minute) / window.requests())));
        }
        return table.toString();
    }

    private static void processors(int requests, long from, long to, Meters meters, List<Figure> figures) {
        var application = meters.application(from, to) * 1000 / requests;
        var database = meters.database(from, to) * 1000 / requests;
        figures.add(Figure.of("processor for a request, application", application, "ms"));
        figures.add(Figure.of("processor for a request, database", database, "ms"));
        figures.add(Figure.of("processor for a request, both", application + database, "ms")
                .atMost(0.8));
        figures.add(
                Figure.of("processor for a request, the load's own", meters.load(from, to) * 1000 / requests, "ms"));
        figures.add(Figure.of("memory, application", meters.applicationMemory(), "MB")
                .atMost(800));
        figures.add(Figure.of("memory, database", meters.databaseMemory(), "MB").atMost(2048));
    }

    private static List<Figure> gate(List<Window> windows, long began, long length, Meters meters) {
        var minute = length / windows.size();
        var processors = IntStream.range(0, windows.size())
                .mapToObj(n -> processors(began + n * minute, minute, meters))
                .toList();
        var memory = 100 * (meters.applicationMemory() + meters.databaseMemory()) / Machine.megabytes();
        return Gate.of(
                windows, processors, windows.stream().map(window -> memory).toList());
    }

    private static double processors(long from, long length, Meters meters) {
        var seconds = meters.application(from, from + length) + meters.database(from, from + length);
        return 100 * seconds * 1000 / length / Machine.cores();
    }
}
