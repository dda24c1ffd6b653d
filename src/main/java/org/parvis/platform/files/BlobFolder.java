package org.parvis.platform.files;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.parvis.platform.database.DataFolder;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Blobs on the disk: {@code ab/cd/abcd…} in the folder of files. Whatever the store, bytes come in here first. */
@Component
class BlobFolder implements BlobStore {

    private static final long LITTLE = 64 * 1024;

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

    // It is on the disk already.
    @Override
    public void send(Part part) {}

    @Override
    public void place(Part part, Instant now) throws IOException {
        var file = path(part.blob());
        if (Files.exists(file)) {
            // So that a sweep under way takes it for new.
            Files.setLastModifiedTime(file, FileTime.from(now));
        } else {
            var inner = file.resolveSibling("");
            Files.createDirectories(inner, DataFolder.OWNER_ALONE);
            Files.move(part.file(), file, StandardCopyOption.ATOMIC_MOVE);
            makeDurable(inner);
            makeDurable(inner.resolveSibling(""));
            makeDurable(folder);
        }
    }

    @Override
    public Resource open(Blob blob, long size) {
        return new FileSystemResource(path(blob));
    }

    @Override
    public void delete(List<Blob> blobs) throws IOException {
        for (var blob : blobs) {
            Files.deleteIfExists(path(blob));
        }
    }

    @Override
    public void visitUntouchedSince(Instant time, Consumer<List<Blob>> visitor) throws IOException {
        var page = new ArrayList<Blob>();
        try (var files = untouchedSince(time)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (Blob.isName(name)) page.add(new Blob(HexFormat.of().parseHex(name)));
                if (page.size() == PAGE) {
                    visitor.accept(List.copyOf(page));
                    page.clear();
                }
            }
        }
        if (!page.isEmpty()) visitor.accept(page);
    }

    /** Whether nothing more goes in, in whatever language the system says so. */
    boolean isFull() {
        return Files.exists(folder) && folder.toFile().getUsableSpace() < LITTLE;
    }

    /** Clears away what never got a name, and was last touched before a time. */
    void sweepParts(Instant time) throws IOException {
        try (var files = untouchedSince(time)) {
            for (var file : (Iterable<Path>) files::iterator) {
                if (!Blob.isName(file.getFileName().toString())) Files.deleteIfExists(file);
            }
        }
    }

    private Stream<Path> untouchedSince(Instant time) throws IOException {
        return Files.exists(folder)
                ? Files.walk(folder)
                        .filter(Files::isRegularFile)
                        .filter(file -> file.toFile().lastModified() < time.toEpochMilli())
                : Stream.empty();
    }

    private Path path(Blob blob) {
        return folder.resolve(BlobStore.path(blob.name()));
    }

    // A new name is kept only once its folder is.
    private static void makeDurable(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
