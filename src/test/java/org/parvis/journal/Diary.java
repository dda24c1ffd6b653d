package org.parvis.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads and writes what it read into the database, then does what the test wants to happen in that transaction. */
final class Diary implements JournalReader {

    private final Consumer<List<Entry>> then;

    @Autowired
    @Nullable
    JdbcClient jdbc;

    Diary() {
        this(entries -> {});
    }

    Diary(Consumer<List<Entry>> then) {
        this.then = then;
    }

    /** To be called before the first node with a diary starts. */
    static String startedIn(String database) {
        try (var connection = DriverManager.getConnection(database, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create table diary (line bigint generated always as identity, object bigint not null)");
            return database;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    static List<Long> of(Node node) {
        return node.jdbc()
                .sql("select object from diary order by line")
                .query((row, number) -> row.getLong("object"))
                .list();
    }

    @Override
    public String name() {
        return "diary";
    }

    @Override
    public void read(List<Entry> entries) {
        for (var entry : entries) {
            jdbc().sql("insert into diary (object) values (:object)")
                    .param("object", entry.object().id())
                    .update();
        }
        then.accept(entries);
    }

    JdbcClient jdbc() {
        return Objects.requireNonNull(jdbc);
    }
}
