package org.parvis.imports;

import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where uploaded files wait, under names of our own. What they are called elsewhere never becomes a path. */
@Component
class UploadFolder {

    private final Path folder;

    // The data folder is made first, with the rights it needs, and this one inside of it.
    UploadFolder(DataFolder data, ParvisSettings settings) {
        folder = data.resolve("uploads").toAbsolutePath();
        if (settings.serving()) {
            forgetWhatBrokeOff();
        }
    }

    /** Where requests are written while they arrive: on the same disk, so that keeping one moves it. */
    Path arrivals() {
        return created(folder.resolve("arriving"));
    }

    UUID keep(MultipartFile file) {
        var stored = UUID.randomUUID();
        try {
            created(folder);
            file.transferTo(path(stored).toFile());
            return stored;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    Path path(UUID stored) {
        return folder.resolve(stored.toString());
    }

    void discard(UUID stored) {
        try {
            Files.deleteIfExists(path(stored));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    // What was arriving when this server, the only one here, was killed.
    private void forgetWhatBrokeOff() {
        try (var left = Files.newDirectoryStream(arrivals())) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder, DataFolder.OWNER_ALONE);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
