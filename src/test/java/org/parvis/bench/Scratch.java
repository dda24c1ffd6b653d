package org.parvis.bench;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that is gone after the measurement. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch make() throws IOException {
        var folder = Files.createTempDirectory("parvis-bench-").toRealPath();
        // Root's PostgreSQL runs as someone else, who must be able to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        return new Scratch(folder);
    }

    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
