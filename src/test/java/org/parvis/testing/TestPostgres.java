package org.parvis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * One PostgreSQL for the whole run; every test class gets a copy of the migrated template. The embedded one, unless
 * {@code -Dparvis.test-server=host:port} names another, such as the oldest that is supported; its superuser
 * {@code postgres} has to be let in without a password.
 */
public final class TestPostgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final UnaryOperator<String> ADDRESS = address(System.getProperty("parvis.test-server", ""));

    static {
        create("migrated", "");
        Flyway.configure()
                .dataSource(ADDRESS.apply("migrated"), "postgres", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Address of a new database with the whole schema and nothing in it. */
    public static String freshDatabase() {
        return create("test_" + NUMBER.incrementAndGet(), "template migrated");
    }

    /** Address of a new database without any schema. */
    public static String emptyDatabase() {
        return create("empty_" + NUMBER.incrementAndGet(), "");
    }

    private static UnaryOperator<String> address(String given) {
        if (!given.isEmpty()) return name -> "jdbc:postgresql://%s/%s?user=postgres".formatted(given, name);
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            return name -> server.getJdbcUrl("postgres", name);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static synchronized String create(String name, String template) {
        try (var connection = DriverManager.getConnection(ADDRESS.apply("postgres"));
                var statement = connection.createStatement()) {
            // What a run before this one left on a given server.
            statement.execute("drop database if exists %s with (force)".formatted(name));
            statement.execute("create database %s %s".formatted(name, template));
            return ADDRESS.apply(name);
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private TestPostgres() {}
}
