package org.parvis.platform.backup;

import org.flywaydb.core.Flyway;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Makes the network of a backup again, in an empty database and data folder. */
final class Restore {

    private final Path file;
    private final DataFolder folder;

    Restore(Path file, DataFolder folder) {
        this.file = file;
        this.folder = folder;
    }

    /** The schema as it was, then the rows, then the files; afterwards the schema may go on to today's. */
    void into(Flyway flyway) throws IOException, SQLException {
        try (var archive = Archive.open(file)) {
            archive.refuseOtherFormat();
            var schema = archive.properties(Archive.ABOUT).getProperty("schema");
            refuseUnfit(flyway, schema);
            var places = places(archive);
            RestoreMark.set(folder);
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(schema)
                    .load()
                    .migrate();
            rows(archive, flyway);
            files(archive, places);
        }
    }

    private static void refuseUnfit(Flyway flyway, String schema) {
        if (flyway.info().current() != null) {
            throw new Refusal(
                    "There is a network here already: a backup is restored into an empty data folder (--data) or"
                            + " database.");
        }
        for (var migration : flyway.info().all()) {
            if (migration.getVersion().toString().equals(schema)) return;
        }
        throw new Refusal(
                "The backup was made by a newer Parvis (schema %s); restore it with that one.".formatted(schema));
    }

    private static void rows(Archive archive, Flyway flyway) throws IOException, SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set local statement_timeout = 0");
            var keys = Schema.addingForeignKeys(connection);
            execute(connection, Schema.droppingForeignKeys(connection));
            execute(connection, Schema.triggers(connection, "disable"));
            execute(connection, Schema.onlyPartitions(archive.text(Archive.PARTITIONS)));
            copy(archive, connection);
            execute(connection, Schema.onlySequences(archive.text(Archive.SEQUENCES)));
            execute(connection, keys);
            execute(connection, Schema.triggers(connection, "enable"));
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
        }
    }

    private static void copy(Archive archive, Connection connection) throws IOException, SQLException {
        var here = Table.all(connection).stream().collect(Collectors.toMap(Table::name, table -> table));
        execute(connection, "truncate " + String.join(", ", here.keySet()));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var columns = archive.properties(Archive.COLUMNS);
        for (var name : columns.stringPropertyNames()) {
            var there = new Table(name, columns.getProperty(name));
            if (!there.isPartOf(here.get(name))) {
                throw new Refusal("The backup holds a table %s (%s) that its schema does not have."
                        .formatted(name, there.columns()));
            }
            try (var rows = archive.content(archive.entry(Archive.TABLES + name))) {
                copy.copyIn(there.copyIn(), rows);
            }
        }
    }

    /** Where each file goes. */
    private Map<ZipEntry, Path> places(Archive archive) {
        var root = folder.files();
        var places = new LinkedHashMap<ZipEntry, Path>();
        for (var entry : archive.entries()) {
            if (!entry.getName().startsWith(Archive.FILES) || entry.isDirectory()) continue;
            if (folder.bucket() != null) {
                throw new Refusal(
                        "The backup holds files, and PARVIS_FILES names %s: restore it without, copy the folder of files there, then set it."
                                .formatted(folder.bucket()));
            }
            var place = root.resolve(entry.getName().substring(Archive.FILES.length()))
                    .normalize();
            if (!place.startsWith(root)) {
                throw new Refusal("The backup names a file outside of it: " + entry.getName());
            }
            places.put(entry, place);
        }
        return places;
    }

    private static void files(Archive archive, Map<ZipEntry, Path> places) throws IOException {
        for (var place : places.entrySet()) {
            Files.createDirectories(place.getValue().getParent(), DataFolder.OWNER_ALONE);
            try (var content = archive.content(place.getKey())) {
                Files.copy(content, place.getValue());
            }
        }
    }

    private static void execute(Connection connection, Iterable<String> statements) throws SQLException {
        for (var sql : statements) execute(connection, sql);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
