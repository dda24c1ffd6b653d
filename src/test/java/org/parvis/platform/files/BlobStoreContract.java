package org.parvis.platform.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.StreamUtils;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What is asked of every store of blobs. */
abstract class BlobStoreContract {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    abstract BlobStore store();

    /** Where what comes in waits for its place. */
    abstract BlobFolder folder();

    @Test
    void givesBackWhatItTook() throws IOException {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        var blob = keep(bytes);

        var content = store().open(blob, bytes.length);

        assertThat(content.contentLength()).isEqualTo(bytes.length);
        assertThat(content.exists()).isTrue();
        assertThat(content.getContentAsByteArray()).isEqualTo(bytes);
        assertThat(content.getContentAsByteArray()).as("once more").isEqualTo(bytes);
    }

    @Test
    void givesBackAnyPiece() throws IOException {
        var bytes = new byte[100_000];
        new Random(8).nextBytes(bytes);
        var blob = keep(bytes);

        for (var first : List.of(0, 1, 70_000, 99_999)) {
            for (var last : List.of(first, 99_999)) {
                var piece = new ByteArrayOutputStream();
                try (var content = store().open(blob, bytes.length).getInputStream()) {
                    StreamUtils.copyRange(content, piece, first, last);
                }
                assertThat(piece.toByteArray()).isEqualTo(Arrays.copyOfRange(bytes, first, last + 1));
            }
        }
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        var blob = keep("once".getBytes(UTF_8));
        var again = keep("once".getBytes(UTF_8));

        assertThat(again.name()).isEqualTo(blob.name());
        assertThat(untouchedSince(Instant.now().plusSeconds(60))).containsOnlyOnce(blob.name());
    }

    @Test
    void whatWasSentAheadAndTakenAwayMeanwhileIsPlacedAllTheSame() throws IOException {
        try (var part = folder().receive(new ByteArrayInputStream("swept".getBytes(UTF_8)))) {
            store().send(part);
            store().delete(List.of(part.blob()));
            store().place(part, Instant.now());

            assertThat(store().open(part.blob(), part.size()).getContentAsByteArray())
                    .isEqualTo("swept".getBytes(UTF_8));
        }
    }

    @Test
    void showsWhatWasTouchedBeforeATime() throws IOException {
        var blob = keep("old".getBytes(UTF_8));

        assertThat(untouchedSince(LONG_AGO)).isEmpty();
        assertThat(untouchedSince(Instant.now().plusSeconds(60))).contains(blob.name());
    }

    @Test
    void deletesAsOftenAsOneLikes() throws IOException {
        var blob = keep("gone".getBytes(UTF_8));

        store().delete(List.of(blob));
        store().delete(List.of(blob));

        assertThat(untouchedSince(Instant.now().plusSeconds(60))).doesNotContain(blob.name());
    }

    Blob keep(byte[] bytes) throws IOException {
        try (var part = folder().receive(new ByteArrayInputStream(bytes))) {
            store().send(part);
            store().place(part, Instant.now());
            return part.blob();
        }
    }

    List<String> untouchedSince(Instant time) throws IOException {
        var names = new ArrayList<String>();
        store().visitUntouchedSince(time, page -> page.forEach(blob -> names.add(blob.name())));
        return names;
    }
}
