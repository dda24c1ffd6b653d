package org.parvis.platform.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.parvis.platform.database.DataFolder;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
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

    /** Takes bytes in, under no name yet; whoever does not place them closes the part. */
    Part receive(InputStream content) throws IOException {
        Files.createDirectories(folder, DataFolder.OWNER_ALONE);
        var file = folder.resolve("." + UUID.randomUUID());
        var digest = Part.digest();
        try (var channel = FileChannel.open(file, CREATE_NEW, WRITE);
                var out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            var size = content.transferTo(out);
            channel.force(true);
            return new Part(file, new Blob(digest.digest()), size);
        } catch (IOException broken) {
            Files.deleteIfExists(file);
            throw broken;
        }
    }

    /** When this returns, the bytes survive a loss of power. */
    void place(Part part, Instant now) throws IOException {
        var name = part.blob().name();
        var file = file(name);
        if (Files.exists(file)) {
            // So that a sweep under way takes it for new.
            Files.setLastModifiedTime(file, FileTime.from(now));
        } else {
            Files.createDirectories(inner(name), DataFolder.OWNER_ALONE);
            Files.move(part.file(), file, StandardCopyOption.ATOMIC_MOVE);
            makeDurable(inner(name));
            makeDurable(outer(name));
            makeDurable(folder);
        }
    }

    /** Where the bytes are, to be read. */
    Path path(Blob blob) {
        return file(blob.name());
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

    // A new name is kept only once its folder is.
    private static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
