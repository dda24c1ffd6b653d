package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.database.Folders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;

class BlobFolderTests extends BlobStoreContract {

    private DataFolder data;
    private BlobFolder folder;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        data = Folders.fresh();
        folder = new BlobFolder(data);
    }

    @Override
    BlobStore store() {
        return folder;
    }

    @Override
    BlobFolder folder() {
        return folder;
    }

    @Test
    void whatNeverGotANameIsClearedAway() throws IOException {
        var kept = keep(new byte[] {1});
        var part = folder.receive(InputStream.nullInputStream());

        folder.sweepParts(Instant.now().minusSeconds(60));
        assertThat(part.file()).exists();
        folder.sweepParts(Instant.now().plusSeconds(60));

        assertThat(part.file()).doesNotExist();
        assertThat(untouchedSince(Instant.now().plusSeconds(60))).containsExactly(kept.name());
        assertThat(Files.exists(data.files())).isTrue();
    }
}
