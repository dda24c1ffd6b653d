package org.parvis.bench.company;

import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a company is there already: each step is one transaction, which also says here that it was done. Stands in a
 * schema of its own, which Parvis does not look into.
 */
final class Ledger {

    /** What is done once, in the transaction of the connection. */
    interface Step {
        void run(Connection connection) throws SQLException, IOException;
    }

    private final Connection connection;
    private final Set<String> done = new HashSet<>();

    private Ledger(Connection connection) throws SQLException {
        this.connection = connection;
        done.addAll(texts(connection, "select step from bench.done"));
    }

    /**
     * Opens the ledger of a company, or begins one where the database is as the migrations left it.
     *
     * @throws Refusal where another company is, or something else
     */
    static Ledger of(Connection connection, Blueprint wanted) throws SQLException {
        connection.setAutoCommit(true);
        if (!is(connection, "select to_regclass('bench.company') is not null")) begin(connection, wanted);
        var begun = texts(connection, "select arguments from bench.company").getFirst();
        if (!begun.equals(wanted.arguments())) {
            throw new Refusal(
                    "There is another company already, made with %s; go on with that, or choose another folder."
                            .formatted(begun));
        }
        connection.setAutoCommit(false);
        return new Ledger(connection);
    }

    /** When the newest of it was written, which is kept from the first run on. */
    Instant until() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select until from bench.company")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    boolean isDone(String step) {
        return done.contains(step);
    }

    /** Does it, unless it was done. */
    void once(String name, Step step) throws SQLException, IOException {
        if (isDone(name)) return;
        try {
            step.run(connection);
            try (var insert = connection.prepareStatement("insert into bench.done (step) values (?)")) {
                insert.setString(1, name);
                insert.executeUpdate();
            }
            connection.commit();
            done.add(name);
        } catch (SQLException | IOException | RuntimeException failed) {
            connection.rollback();
            throw failed;
        }
    }

    /** Outside of a transaction, and so possibly more than once. */
    void alone(String statement) throws SQLException {
        connection.setAutoCommit(true);
        execute(connection, statement);
        connection.setAutoCommit(false);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (row.next()) texts.add(row.getString(1));
            return texts;
        }
    }

    private static void begin(Connection connection, Blueprint wanted) throws SQLException {
        if (is(connection, """
                select exists (select from person) or exists (select from network)
                    or (select count(*) from pg_inherits where inhparent = 'journal'::regclass) > 1
                """)) {
            throw new Refusal("There is a network already; a company fills an empty folder.");
        }
        connection.setAutoCommit(false);
        execute(connection, """
                create schema bench;
                create table bench.company (arguments text not null, until timestamptz not null);
                create table bench.done (step text primary key, at timestamptz not null default clock_timestamp());
                create table bench.definition (number integer primary key, statement text not null);
                create table bench.written (relation text not null, rows bigint not null, seconds double precision not null);
                """);
        try (var insert = connection.prepareStatement("insert into bench.company (arguments, until) values (?, ?)")) {
            insert.setString(1, wanted.arguments());
            insert.setTimestamp(2, Timestamp.from(wanted.until()));
            insert.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static boolean is(Connection connection, String sql) throws SQLException {
        return texts(connection, sql).getFirst().equals("t");
    }
}
