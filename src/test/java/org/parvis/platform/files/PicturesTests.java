package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.database.DataFolder;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

@ParvisTest
class PicturesTests {

    private static final String OPEN = "test-open";
    private static final String BRUNOS = "test-of-one";

    @Autowired
    Pictures pictures;

    @Autowired
    Blobs blobs;

    @Autowired
    DataFolder data;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @TestConfiguration
    static class Places {

        @Bean
        FileAudience open() {
            return new Place(OPEN, true);
        }

        @Bean
        FileAudience ofOne() {
            return new Place(BRUNOS, false);
        }
    }

    record Place(String placeKind, boolean isEveryone) implements FileAudience {

        @Override
        public boolean mayRead(long viewer, long placeId) {
            return isEveryone || viewer == placeId;
        }
    }

    long bruno;

    @BeforeEach
    void brunoIsThere() {
        bruno = cast.bruno().id().value();
    }

    @Test
    void showsAPictureInEachSizeAsWhatItIs() throws IOException {
        var file = keep(OPEN);

        for (var size : Shape.SQUARE.sizes()) {
            assertThat(browser.get().uri(Pictures.address(file, size)).with(Cast.as(cast.priya())))
                    .hasStatusOk()
                    .hasHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=86400")
                    .hasHeader(HttpHeaders.CONTENT_TYPE, "image/jpeg")
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        }
    }

    @Test
    void isNotThereForThoseWhoMayNotReadIt() throws IOException {
        var file = keep(BRUNOS);
        var path = Pictures.address(file, 96);

        assertThat(browser.get().uri(path).with(Cast.as(cast.bruno())))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var refused = browser.get().uri(path).with(Cast.as(cast.priya())).exchange();
        var absent = browser.get()
                .uri("/files/999999/96")
                .with(Cast.as(cast.priya()))
                .exchange();

        assertThat(refused).hasStatus(404);
        assertThat(absent).hasStatus(404);
        assertThat(refused.getResponse().getContentAsString().replace(path, ""))
                .isEqualTo(absent.getResponse().getContentAsString().replace("/files/999999/96", ""));
        assertThat(browser.get().uri("/files/" + file + "/97").with(Cast.as(cast.bruno())))
                .hasStatus(404);
    }

    @Test
    void isKeptOnceAndForgottenWhole() throws IOException {
        var one = keep(OPEN);
        var blobsOfOne = count("select count(*) from blob");
        var other = keep(OPEN);

        assertThat(count("select count(*) from blob")).isEqualTo(blobsOfOne);
        pictures.forget(one);
        assertThat(pictures.find(one, 48, false)).isEmpty();
        assertThat(pictures.find(other, 48, false)).isPresent();
        pictures.forget(other);
        assertThat(pictures.find(other, 256, false)).isEmpty();
        assertThat(count("select count(*) from file where place_kind = 'picture' and place_id in (%d, %d)"
                        .formatted(one, other)))
                .isZero();
    }

    @Test
    void sweepsOnlyWhatNothingNamesSinceADay() throws IOException {
        var kept = blobs.store(new byte[] {1}, "image/png");
        var young = blobs.store(new byte[] {2}, "image/png");
        var old = blobs.store(new byte[] {3}, "image/png");
        jdbc.sql("insert into file (blob, place_kind, place_id, name, created_at) values (:blob, 'x', 1, 'x', now())")
                .param("blob", kept.sha256())
                .update();
        jdbc.sql("update blob set created_at = now() - interval '2 days' where sha256 in (:blobs)")
                .param("blobs", List.of(kept.sha256(), old.sha256()))
                .update();
        var stray = Files.createDirectories(data.resolve("files/ff/ff")).resolve(".stray");
        Files.write(stray, new byte[] {4});
        Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Files.setLastModifiedTime(onDisk(kept), FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        assertThat(blobs.sweep()).isEqualTo(1);

        assertThat(onDisk(old)).doesNotExist();
        assertThat(stray).doesNotExist();
        assertThat(onDisk(young)).hasBinaryContent(new byte[] {2});
        assertThat(onDisk(kept)).hasBinaryContent(new byte[] {1});
        assertThat(blobs.open(kept, 1).getContentAsByteArray()).containsExactly(1);
    }

    private long keep(String placeKind) throws IOException {
        return pictures.keep(DarkroomTests.hostile("png-ok-64x64.png"), bruno, placeKind, bruno);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Path onDisk(Blob blob) {
        var name = blob.name();
        return data.resolve("files")
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }
}
