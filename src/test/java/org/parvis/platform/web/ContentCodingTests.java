package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

class ContentCodingTests {

    private static final byte[] PAGE =
            "<p>Un atelier, une question.</p>\n".repeat(500).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd | ZSTD",
                "gzip | GZIP",
                "GZIP;q=0.5 | GZIP",
                "zstd;q=0, gzip | GZIP",
                "zstd;q=0.0,gzip;q=0 | ",
                "br | ",
                "identity | ",
                "*;q=0 | ",
                "'' | "
            })
    void theBestThatIsAcceptedIsTaken(String accepted, ContentCoding expected) {
        assertThat(ContentCoding.of(accepted)).isEqualTo(expected);
    }

    @Test
    void whatWasEncodedIsReadAgain() throws IOException {
        var zstd = ContentCoding.ZSTD.encode(PAGE);
        assertThat(zstd).hasSizeLessThan(PAGE.length / 10);
        assertThat(Zstd.decompress(zstd, PAGE.length)).isEqualTo(PAGE);
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(ContentCoding.GZIP.encode(PAGE)))) {
            assertThat(gzip.readAllBytes()).isEqualTo(PAGE);
        }
    }
}
