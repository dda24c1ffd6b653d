package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.S3Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows and objects, which no transaction spans. */
@ParvisTest
class BlobsInBucketTests {

    private static final S3Store STORE = S3Store.start();

    @Autowired
    Blobs blobs;

    @Autowired
    BlobBucket bucket;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry settings) {
        settings.add("parvis.files", () -> STORE.setting("network"));
    }

    @AfterAll
    static void noMore() {
        STORE.close();
    }

    @Test
    void theObjectIsThereBeforeTheRowIs() {
        transaction.executeWithoutResult(status -> {
            blobs.store(new byte[] {1}, "image/png");
            assertThat(names()).hasSize(1);
            status.setRollbackOnly();
        });

        assertThat(names()).as("left for a sweep").hasSize(1);
    }

    @Test
    void aSweepTakesWhatNothingNames() throws IOException {
        var kept = blobs.store(new byte[] {2}, "image/png");
        var old = blobs.store(new byte[] {3}, "image/png");
        jdbc.sql("insert into file (blob, place_kind, place_id, name, created_at) values (:blob, 'x', 1, 'x', now())")
                .param("blob", kept.sha256())
                .update();
        jdbc.sql("update blob set created_at = now() - interval '2 days'").update();

        assertThat(blobs.sweep()).isEqualTo(1);

        assertThat(names()).contains(kept.name()).doesNotContain(old.name());
        assertThat(blobs.open(kept, 1).getContentAsByteArray()).containsExactly(2);
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        bucket.visitUntouchedSince(Instant.now().plusSeconds(60), page -> page.forEach(blob -> names.add(blob.name())));
        return names;
    }
}
