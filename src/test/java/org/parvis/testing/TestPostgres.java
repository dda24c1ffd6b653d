package org.parvis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL for the whole run; every test class gets a copy of the migrated template. */
public final class TestPostgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    /** Address of a new database with the whole schema and nothing in it. */
    public static String freshDatabase() {
        var name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template migrated");
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** Address of a new database without any schema. */
    public static String emptyDatabase() {
        var name = "empty_" + NUMBER.incrementAndGet();
        execute("create database " + name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            execute(server, "create database migrated");
            Flyway.configure()
                    .dataSource(server.getDatabase("postgres", "migrated"))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return server;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void execute(String sql) {
        execute(SERVER, sql);
    }

    private static synchronized void execute(EmbeddedPostgres server, String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private TestPostgres() {}
}
