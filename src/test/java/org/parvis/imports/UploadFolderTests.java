package org.parvis.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.platform.database.Folders;
import org.parvis.testing.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

class UploadFolderTests {

    @Test
    void whatWasArrivingWhenTheServerWasKilledGoesWithTheNext() throws IOException {
        var data = Folders.fresh();
        var half = new UploadFolder(data, Settings.of(Map.of())).arrivals().resolve("half");
        Files.writeString(half, "half of a file");

        var _ = new UploadFolder(data, Settings.of(Map.of("parvis.serving", false)));
        assertThat(half).as("a command beside the server").exists();
        var _ = new UploadFolder(data, Settings.of(Map.of()));
        assertThat(half).doesNotExist();
    }
}
