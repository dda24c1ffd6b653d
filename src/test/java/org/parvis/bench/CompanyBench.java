package org.parvis.bench;

import ch.qos.logback.classic.Level;
import org.flywaydb.core.Flyway;
import org.parvis.bench.company.Blueprint;
import org.parvis.bench.company.Filling;
import org.parvis.platform.database.LoadingServer;
import org.parvis.platform.settings.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A company of 80,000 and what it wrote in five years, in a data folder that {@code ./parvis run} serves from. */
final class CompanyBench {

    private static final Map<String, String> USUAL =
            Map.of("--people", "80000", "--communities", "4500", "--years", "5", "--scale", "1.0", "--seed", "7");

    private CompanyBench() {}

    /** Goes on with what is there; says so when nothing is left to do. */
    static void fill(List<String> words, Figures figures) throws Exception {
        var given = given(words);
        var data = Path.of(Objects.requireNonNull(given.get("--data")));
        var wanted = blueprint(given);
        var start = System.nanoTime();
        quietly();
        try (var server = LoadingServer.on(data, software())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            Flyway.configure()
                    .dataSource(server.url(), server.user(), server.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
                var filling = new Filling(connection, wanted, System.out);
                if (filling.isComplete()) System.out.println("The company is complete.");
                filling.run();
                sum(connection, figures);
            }
        }
        figures.add(Figure.of("this run", (System.nanoTime() - start) / 60e9, "min"));
        System.out.println(Filling.WAYS_IN);
    }

    private static Map<String, String> given(List<String> words) {
        var given = new HashMap<>(USUAL);
        var known = Set.of("--people", "--communities", "--years", "--scale", "--seed", "--data", "--until");
        for (var n = 0; n + 1 < words.size(); n += 2) {
            if (!known.contains(words.get(n))) throw new Refusal("Not known here: " + words.get(n));
            given.put(words.get(n), words.get(n + 1));
        }
        if (words.size() % 2 != 0 || !given.containsKey("--data")) {
            throw new Refusal("./parvis bench company needs --data FOLDER, and takes --people N --communities N"
                    + " --years N --scale S --seed N --until TIME");
        }
        return given;
    }

    private static Blueprint blueprint(Map<String, String> given) {
        try {
            var until = given.get("--until");
            return new Blueprint(
                    Integer.parseInt(String.valueOf(given.get("--people"))),
                    Integer.parseInt(String.valueOf(given.get("--communities"))),
                    Integer.parseInt(String.valueOf(given.get("--years"))),
                    Double.parseDouble(String.valueOf(given.get("--scale"))),
                    Long.parseLong(String.valueOf(given.get("--seed"))),
                    until == null ? Instant.now().truncatedTo(ChronoUnit.MINUTES) : Instant.parse(until));
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException wrong) {
            throw new Refusal("Not understood: " + wrong.getMessage());
        }
    }

    // What Flyway and the driver tell of themselves is none of the table.
    private static void quietly() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    // Broken off with Ctrl-C, it leaves no server running; the next run goes on.
    private static void stop(LoadingServer server) {
        try {
            server.close();
        } catch (IOException left) {
            System.err.println(left.getMessage());
        }
    }

    /** Where {@code ./parvis} unpacks PostgreSQL, so that the server it starts finds the same. */
    private static Path software() {
        var given = System.getenv("PARVIS_SOFTWARE");
        return given != null
                ? Path.of(given)
                : Path.of(System.getProperty("parvis.script")).resolveSibling(".parvis/software");
    }

    private static void sum(Connection connection, Figures figures) throws SQLException, IOException {
        connection.rollback();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select relation, sum(rows) as rows, sum(rows) / greatest(sum(seconds), 0.001) as speed
                          from bench.written where relation not like 'bench.%'
                         group by relation order by rows desc
                        """)) {
            while (row.next()) {
                figures.add(Figure.of(row.getString(1), row.getDouble(2), "rows"));
                figures.add(Figure.of("  written", row.getDouble(3), "rows/s"));
            }
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select (select position from journal_head), pg_database_size(current_database()) / 1e9,
                               extract(epoch from (select max(at) - min(at) from bench.done)) / 60
                        """)) {
            row.next();
            figures.add(Figure.of("journal", row.getDouble(1), "rows"));
            figures.add(Figure.of("database", row.getDouble(2), "GB"));
            figures.add(Figure.of("first to last step", row.getDouble(3), "min"));
        }
    }
}
