package org.parvis.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.flywaydb.core.Flyway;
import org.parvis.platform.command.Command;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/** Writes everything into one archive, as it is at one moment, while people go on writing. */
@Component
class Backup implements Command {

    private final DataSource database;
    private final Flyway flyway;
    private final DataFolder folder;

    Backup(DataSource database, Flyway flyway, DataFolder folder) {
        this.database = database;
        this.flyway = flyway;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(List<String> arguments) throws SQLException {
        if (arguments.size() != 1) throw Refusal.ofUsage("Usage: ./parvis backup FILE");
        var file = Path.of(arguments.getFirst()).toAbsolutePath();
        try {
            write(file);
            System.err.printf("Backed up to %s (%,d KB).%n", file, Files.size(file) / 1024);
            if (folder.bucket() != null) {
                System.err.printf(
                        "The files are not in it: they stay in %s, which keeps them safe.%n", folder.bucket());
            }
            return 0;
        } catch (IOException unwritable) {
            throw new Refusal("The backup cannot be written: " + unwritable, unwritable);
        }
    }

    /** The file gets its name when it is complete and on the disk. */
    void write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) throw new Refusal(file + " exists already and is not overwritten.");
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        // It holds everything anyone wrote.
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // After Ctrl-C.
        unfinished.toFile().deleteOnExit();
        try {
            fill(unfinished);
            Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
            force(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void fill(Path unfinished) throws IOException, SQLException {
        try (var out = Files.newOutputStream(unfinished);
                var zip = new ZipOutputStream(out)) {
            write(zip);
        }
        force(unfinished, StandardOpenOption.WRITE);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private void write(ZipOutputStream zip) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                statement.execute("set local statement_timeout = 0");
            }
            about(zip);
            tables(zip, connection);
            put(zip, Archive.PARTITIONS, Schema.partitions(connection));
            put(zip, Archive.SEQUENCES, Schema.sequences(connection));
            connection.rollback();
        }
        // After the rows: a file is on the disk before the row that names it is committed.
        files(zip);
    }

    private void about(ZipOutputStream zip) throws IOException {
        var about = new Properties();
        about.setProperty("format", Archive.FORMAT);
        about.setProperty("schema", flyway.info().current().getVersion().toString());
        put(zip, Archive.ABOUT, text(about));
    }

    private static void tables(ZipOutputStream zip, Connection connection) throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var columns = new Properties();
        for (var table : Table.all(connection)) {
            columns.setProperty(table.name(), table.columns());
            zip.putNextEntry(new ZipEntry(Archive.TABLES + table.name()));
            copy.copyOut(table.copyOut(), unclosed(zip));
            zip.closeEntry();
        }
        put(zip, Archive.COLUMNS, text(columns));
    }

    private void files(ZipOutputStream zip) throws IOException {
        var root = folder.files();
        if (folder.bucket() != null || Files.notExists(root)) return;
        try (var files = Files.walk(root)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) file(zip, root, file);
        }
    }

    private static void file(ZipOutputStream zip, Path root, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(Archive.FILES + root.relativize(file)));
            in.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException swept) {
            // A temporary file, or one whose last row was deleted meanwhile.
            return;
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    private static String text(Properties properties) throws IOException {
        var text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private static OutputStream unclosed(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }
        };
    }
}
