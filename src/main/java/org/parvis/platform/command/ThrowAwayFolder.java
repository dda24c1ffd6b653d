package org.parvis.platform.command;

import org.springframework.boot.SpringApplication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/** A data folder that goes when the process does, once its database has stopped. */
final class ThrowAwayFolder {

    private ThrowAwayFolder() {}

    /** Where it will be: whoever uses it makes it, as a data folder has to be. */
    static Path make(String purpose) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "parvis-" + purpose + "-" + UUID.randomUUID());
        SpringApplication.getShutdownHandlers().add(() -> remove(folder));
        return folder;
    }

    static void remove(Path folder) {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException inUse) {
                System.err.println("%s was left behind: %s".formatted(folder, inUse.getMessage()));
            }
        }
    }
}
