package org.parvis.platform.backup;

import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.nio.file.Files;

/** A file that stands in the data folder while a restore is under way, so that half a network is never served. */
final class RestoreMark {

    private static final String NAME = "restoring";

    private RestoreMark() {}

    static void set(DataFolder folder) throws IOException {
        Files.writeString(folder.resolve(NAME), "");
    }

    static void remove(DataFolder folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    static void refuse(DataFolder folder) {
        if (Files.exists(folder.resolve(NAME))) {
            throw new Refusal(
                    "A restore into %s was not finished: empty the folder and restore again.".formatted(folder.path()));
        }
    }
}
