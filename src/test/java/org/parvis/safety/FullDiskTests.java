package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.FullDisk;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.IOException;
import java.nio.file.Files;

/** The disk of files fills up while somebody uploads. */
@ParvisTest
class FullDiskTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final FullDisk DISK = FullDisk.of(4);

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry settings) {
        settings.add("parvis.files", () -> DISK.path().resolve("files").toString());
    }

    @AfterAll
    static void noMore() {
        DISK.close();
    }

    @Test
    void itIsSaidAndNothingIsLeft() throws IOException {
        assertThat(upload("/api/v1/files", 8 * MEGABYTE))
                .hasStatus(507)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("an administrator has freed space");
        assertThat(upload("/files", 8 * MEGABYTE)).hasStatus(507);
        assertThat(jdbc.sql("select count(*) from file where attached")
                        .query(Long.class)
                        .single())
                .isZero();
        try (var left = Files.walk(DISK.path())) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(upload("/api/v1/files", MEGABYTE))
                .as("what there is room for goes in")
                .hasStatus(201);
    }

    private MvcTestResult upload(String path, int size) {
        return browser.post()
                .uri(path)
                .with(as(cast.bruno()))
                .multipart()
                .file(new MockMultipartFile("file", "film.bin", "application/octet-stream", new byte[size]))
                .exchange();
    }
}
