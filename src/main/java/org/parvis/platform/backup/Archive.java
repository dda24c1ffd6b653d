package org.parvis.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup, a zip file, and what stands where in it. */
public final class Archive implements AutoCloseable {

    static final String FORMAT = "1";

    /** Format and schema version, first. */
    static final String ABOUT = "parvis.properties";

    /** The columns of each table, in one file of properties. */
    static final String COLUMNS = "columns.properties";

    /** SQL that makes the partitions there were. */
    static final String PARTITIONS = "partitions.sql";

    /** SQL that sets the sequences; the last entry but the files. */
    static final String SEQUENCES = "sequences.sql";

    static final String TABLES = "tables/";
    static final String FILES = "files/";

    private final ZipFile zip;

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws IOException {
        return new Archive(new ZipFile(file.toFile()));
    }

    /** Reads it from end to end, so that a damaged one is known before anything is made of it. */
    public static void refuseUnlessWhole(Path file) {
        if (!Files.isRegularFile(file)) throw new Refusal("There is no file %s.".formatted(file));
        try (var archive = open(file)) {
            archive.refuseOtherFormat();
            for (var entry : archive.entries()) archive.refuseDamage(entry);
        } catch (IOException unreadable) {
            throw new Refusal("%s is no whole backup: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    void refuseOtherFormat() throws IOException {
        var format = properties(ABOUT).getProperty("format");
        if (!FORMAT.equals(format)) {
            throw new Refusal("This Parvis cannot read backups of format " + format + ".");
        }
    }

    Properties properties(String name) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text(name)));
        return properties;
    }

    String text(String name) throws IOException {
        try (var content = zip.getInputStream(entry(name))) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    ZipEntry entry(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new Refusal("%s is not a backup of Parvis: there is no %s in it.".formatted(zip.getName(), name));
        }
        return entry;
    }

    InputStream content(ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    List<ZipEntry> entries() {
        return zip.stream().map(ZipEntry.class::cast).toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The library inflates, and leaves the comparing to whoever reads. */
    private void refuseDamage(ZipEntry entry) throws IOException {
        try (var content = new CheckedInputStream(content(entry), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            if (content.getChecksum().getValue() != entry.getCrc()) {
                throw new IOException("%s in it is damaged".formatted(entry.getName()));
            }
        }
    }
}
