package org.parvis.platform.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.security.auth.module.UnixSystem;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.Bucket;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The folder of everything that must not be lost; one server at a time serves from it. */
@Component
public class DataFolder implements AutoCloseable {

    /** How what people bring is kept: no neighbour on this machine enters. */
    public static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Path files;
    private final @Nullable Bucket bucket;
    private final @Nullable FileChannel lock;

    DataFolder(ParvisSettings settings) throws IOException {
        folder = settings.folder();
        files = settings.filesFolder();
        bucket = settings.bucket().orElse(null);
        create();
        lock = settings.serving() ? locked() : null;
    }

    /** Whether a network was founded there, in an embedded database. */
    public static boolean isFounded(Path folder) {
        return Files.exists(folder.resolve(Cluster.FOLDER));
    }

    public Path path() {
        return folder;
    }

    /** Where pictures and other files are instead; null when they are in their folder. */
    public @Nullable Bucket bucket() {
        return bucket;
    }

    /** Of pictures and other files, or of what is on its way to the bucket. */
    public Path files() {
        return files;
    }

    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The system lets go of the lock even when the process is killed. */
    @Override
    public void close() throws IOException {
        if (lock != null) lock.close();
    }

    private void create() {
        // Root's PostgreSQL runs as someone else, who must be able to pass through.
        var mode = new UnixSystem().getUid() == 0 ? "rwx--x--x" : "rwx------";
        try {
            if (Files.exists(folder)) return;
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
        } catch (IOException unwritable) {
            throw new Refusal("The data folder %s cannot be created: %s".formatted(folder, unwritable), unwritable);
        }
    }

    private FileChannel locked() throws IOException {
        var channel = lockFile();
        if (lock(channel) == null) {
            channel.close();
            throw new Refusal("Another Parvis is serving from %s. Stop it first, or choose another folder with --data."
                    .formatted(folder));
        }
        return channel;
    }

    private FileChannel lockFile() {
        try {
            return FileChannel.open(folder.resolve("server.lock"), CREATE, WRITE);
        } catch (IOException unusable) {
            throw new Refusal("The data folder %s cannot be used: %s".formatted(folder, unusable), unusable);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }
}
