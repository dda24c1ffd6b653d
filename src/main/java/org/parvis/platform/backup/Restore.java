package org.parvis.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.flywaydb.core.Flyway;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Makes the network of a backup again, in an empty database and data folder. */
final class Restore {

    private final Path archive;
    private final DataFolder folder;

    Restore(Path archive, DataFolder folder) {
        this.archive = archive;
        this.folder = folder;
    }

    /** The schema as it was, then the rows, then the files; afterwards the schema may go on to today's. */
    void into(Flyway flyway) throws IOException, SQLException {
        try (var zip = new ZipFile(archive.toFile())) {
            var schema = properties(zip, Archive.ABOUT).getProperty("schema");
            refuseUnfit(zip, flyway, schema);
            RestoreMark.set(folder);
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(schema)
                    .load()
                    .migrate();
            rows(zip, flyway);
            files(zip);
        }
    }

    private static void refuseUnfit(ZipFile zip, Flyway flyway, String schema) throws IOException {
        var format = properties(zip, Archive.ABOUT).getProperty("format");
        if (!Archive.FORMAT.equals(format))
            throw new Refusal("This Parvis cannot read backups of format " + format + ".");
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

    private static void rows(ZipFile zip, Flyway flyway) throws IOException, SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "set local statement_timeout = 0");
            var keys = Schema.addingForeignKeys(connection);
            execute(connection, Schema.droppingForeignKeys(connection));
            execute(connection, Schema.triggers(connection, "disable"));
            execute(connection, text(zip, Archive.PARTITIONS));
            copy(zip, connection);
            execute(connection, text(zip, Archive.SEQUENCES));
            execute(connection, keys);
            execute(connection, Schema.triggers(connection, "enable"));
            connection.commit();
            connection.setAutoCommit(true);
            execute(connection, "analyze");
        }
    }

    private static void copy(ZipFile zip, Connection connection) throws IOException, SQLException {
        var here = Table.all(connection).stream().map(Table::name).collect(Collectors.toSet());
        execute(connection, "truncate " + String.join(", ", here));
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var columns = properties(zip, Archive.COLUMNS);
        for (var name : columns.stringPropertyNames()) {
            if (!here.contains(name))
                throw new Refusal("The backup holds a table " + name + " that its schema does not have.");
            try (var rows = zip.getInputStream(entry(zip, Archive.TABLES + name))) {
                copy.copyIn(new Table(name, columns.getProperty(name)).copyIn(), rows);
            }
        }
    }

    private void files(ZipFile zip) throws IOException {
        var root = folder.resolve("files");
        for (var entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            if (!entry.getName().startsWith(Archive.FILES) || entry.isDirectory()) continue;
            var file = root.resolve(entry.getName().substring(Archive.FILES.length()))
                    .normalize();
            if (!file.startsWith(root)) throw new Refusal("The backup names a file outside of it: " + entry.getName());
            Files.createDirectories(file.getParent(), DataFolder.OWNER_ALONE);
            try (var content = zip.getInputStream(entry)) {
                Files.copy(content, file);
            }
        }
    }

    private static Properties properties(ZipFile zip, String name) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text(zip, name)));
        return properties;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var content = zip.getInputStream(entry(zip, name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) {
        var entry = zip.getEntry(name);
        if (entry == null)
            throw new Refusal(zip.getName() + " is not a backup of Parvis: there is no " + name + " in it.");
        return entry;
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
