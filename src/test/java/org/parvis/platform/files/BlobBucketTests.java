package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.database.Folders;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.testing.S3Store;
import org.parvis.testing.Settings;
import org.springframework.dao.DataAccessResourceFailureException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

class BlobBucketTests extends BlobStoreContract {

    private static S3Store server;

    private BlobFolder folder;
    private BlobBucket bucket;

    @BeforeAll
    static void aStore() {
        server = S3Store.start();
    }

    @AfterAll
    static void noMore() {
        server.close();
    }

    @BeforeEach
    void anEmptyPrefix() throws IOException {
        folder = new BlobFolder(Folders.fresh());
        bucket = bucket(server.setting("here/" + UUID.randomUUID()));
    }

    @AfterEach
    void letGo() {
        bucket.close();
    }

    @Override
    BlobStore store() {
        return bucket;
    }

    @Override
    BlobFolder folder() {
        return folder;
    }

    @Test
    void whatOthersKeepThereIsNotOurs() throws IOException {
        keep(new byte[] {1});
        var above = bucket(server.setting("here"));

        above.visitUntouchedSince(
                Instant.now().plusSeconds(60), page -> assertThat(page).isEmpty());
        above.close();
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidToBeOne() throws IOException {
        var nowhere = bucket("s3://parvis?endpoint=http://127.0.0.1:1&region=eu-west-1");
        try (var part = folder.receive(InputStream.nullInputStream())) {
            assertThatThrownBy(() -> nowhere.send(part)).isInstanceOf(DataAccessResourceFailureException.class);
        }
        nowhere.close();
    }

    private static BlobBucket bucket(String files) {
        ParvisSettings settings = Settings.of(Map.of("parvis.files", files));
        return new BlobBucket(settings);
    }
}
