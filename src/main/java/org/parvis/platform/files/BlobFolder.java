package org.parvis.platform.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.parvis.platform.database.DataFolder;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Blobs on the disk: {@code ab/cd/abcd…} in the folder of files. */
@Component
class BlobFolder {

    private final Path folder;

    BlobFolder(DataFolder data) {
        this.folder = data.files();
    }

    /** When this returns, the bytes survive a loss of power. */
    void write(Blob blob, byte[] content, Instant now) throws IOException {
        var file = file(blob.name());
        if (Files.exists(file)) {
            // So that a sweep under way takes it for new.
            Files.setLastModifiedTime(file, FileTime.from(now));
        } else {
            Files.createDirectories(inner(blob.name()), DataFolder.OWNER_ALONE);
            var part = file.resolveSibling("." + UUID.randomUUID());
            writeThrough(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            makeDurable(inner(blob.name()));
            makeDurable(outer(blob.name()));
            makeDurable(folder);
        }
    }

    InputStream open(Blob blob) throws IOException {
        return Files.newInputStream(file(blob.name()));
    }

    void delete(Blob blob) throws IOException {
        Files.deleteIfExists(file(blob.name()));
    }

    /** What was last touched before a time, unfinished parts included. */
    List<Path> untouchedSince(Instant time) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().lastModified() < time.toEpochMilli())
                    .toList();
        }
    }

    private Path file(String name) {
        return inner(name).resolve(name);
    }

    private Path inner(String name) {
        return outer(name).resolve(name.substring(2, 4));
    }

    private Path outer(String name) {
        return folder.resolve(name.substring(0, 2));
    }

    private static void writeThrough(Path part, byte[] content) throws IOException {
        try (var channel = FileChannel.open(part, CREATE_NEW, WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    // A new name is kept only once its folder is.
    private static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
