package org.parvis.imports.people;

import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** A company's directory in a file, CSV or LDIF. What it is, is told by its content, not by its name. */
public final class DirectoryFile {

    static final long LARGEST = 1L << 30;

    private final Path file;
    private final Encoding encoding;

    private DirectoryFile(Path file, Encoding encoding) {
        this.file = file;
        this.encoding = encoding;
    }

    /** Opens a file, or throws {@link UnreadableFile} when it is no text. */
    public static DirectoryFile open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadableFile("imports.file.missing");
            } else if (Files.size(file) > LARGEST) {
                throw new UnreadableFile("imports.file.too-large");
            }
            return new DirectoryFile(file, Encoding.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads everything, in the file's order. Throws {@link UnreadableFile} when it is no directory of people. */
    public void read(DirectorySink sink) {
        try (var lines = lines()) {
            if (isLdif()) {
                new LdifDirectory(lines, sink, (line, photo) -> {}).read();
            } else {
                new CsvDirectory(lines, dates(), sink).read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything at once; photos stay in the file. Throws {@link UnreadableFile} when memory does not hold it. */
    public Directory contents() {
        return contents(Runtime.getRuntime().maxMemory() / 4);
    }

    Directory contents(long room) {
        var shelf = new Shelf(room);
        read(shelf);
        return shelf.directory();
    }

    /** Hands out the photos one by one, each with the line of its entry. They are strangers' bytes, not checked. */
    public void photos(BiConsumer<Long, byte[]> photos) {
        try (var lines = lines()) {
            if (isLdif()) {
                new LdifDirectory(lines, new NoSink(), photos).read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lines lines() throws IOException {
        return new Lines(encoding.read(file), isLdif() ? LdifRecords.LONGEST : Lines.LONGEST);
    }

    private Dates dates() throws IOException {
        try (var lines = lines()) {
            return Dates.of(lines);
        }
    }

    private boolean isLdif() throws IOException {
        try (var lines = new Lines(encoding.read(file))) {
            var line = lines.next();
            while (line != null && (line.text().isBlank() || line.text().startsWith("#"))) {
                line = lines.next();
            }
            return line != null
                    && line.text().matches("(?i)(version|dn)::?\\s*\\S.*")
                    && !line.text().contains(";");
        }
    }

    /** For those who only want the photos. */
    private record NoSink() implements DirectorySink {
        @Override
        public void entry(DirectoryEntry entry) {}

        @Override
        public void group(DirectoryGroup group) {}

        @Override
        public void remark(Remark remark) {}

        @Override
        public void lost(Remark remark, String text) {}
    }
}
