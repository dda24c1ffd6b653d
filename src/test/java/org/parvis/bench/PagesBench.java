package org.parvis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What each page of the demo company costs: statements, processor time, waiting, bytes. */
final class PagesBench {

    private static final String NADIA = "n.berrada@valmont-aubier.example";
    // Of one that is prepared the log tells first that it is, then which.
    private static final Pattern STATEMENT = Pattern.compile("tomcat\\S* Executing .*SQL \\w+( \\w+)? \\[");
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
            // What is found when Parvis is built holds the log as it is, too.
            var loud = launch.with("PARVIS_JAVA_OPTIONS", "-Xmx768m -Dspring.aot.enabled=false")
                    .with("LOGGING_CONFIG", log(scratch).toString());
            try (var server = loud.serve("demo")) {
                var database = Database.in(scratch.data());
                var visitor = Visitor.of(server, Database.TOKEN);
                for (var page : pages(database).entrySet()) {
                    statements(server, visitor, page.getKey(), page.getValue(), figures);
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

    private static void statements(Server server, Visitor visitor, String name, String path, Figures figures)
            throws Exception {
        visitor.times(path, 3);
        awaitSilence(server);
        visitor.times(path, 10);
        var statements = awaitSilence(server) / 10.0;
        if (statements == 0) throw new IllegalStateException("The log of %s tells no statement".formatted(name));
        var figure = Figure.of(name + ", statements", statements, "");
        figures.add(name.matches("home|thread|profile") ? figure.atMost(8 + kinds(visitor, path)) : figure);
    }

    /** How many kinds of posts with a table of their own a page shows. */
    private static int kinds(Visitor visitor, String path) throws IOException, InterruptedException {
        return Set.copyOf(visitor.page(path).select("article.post .kind").eachText())
                .size();
    }

    /** How many statements the log of the requests has shown by the time that it is quiet. */
    private static long awaitSilence(Server server) throws InterruptedException {
        var count = 0L;
        for (var more = -1L; more != 0; count += more) {
            Thread.sleep(300);
            more = server.said().stream()
                    .filter(PagesBench::isStatementOfRequest)
                    .count();
        }
        return count;
    }

    private static boolean isStatementOfRequest(String line) {
        return STATEMENT.matcher(line).lookingAt();
    }

    /** A log that tells each statement and the thread that sends it: background work does not count. */
    private static Path log(Scratch scratch) throws IOException {
        return Files.writeString(scratch.folder().resolve("logback.xml"), """
                <configuration>
                    <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                        <encoder><pattern>%thread %msg%n</pattern></encoder>
                    </appender>
                    <root level="warn"><appender-ref ref="console"/></root>
                    <logger name="org.springframework.jdbc.core.JdbcTemplate" level="debug"/>
                </configuration>
                """);
    }
}
