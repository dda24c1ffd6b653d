package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;

@ParvisTest
class AssetControllerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Assets assets;

    @Autowired
    Cast cast;

    @Test
    void aSheetIsCompressedAndKeptForEver() {
        var answer = browser.get()
                .uri(assets.path("app.css"))
                .header("Accept-Encoding", "gzip, br")
                .exchange();
        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/css;charset=UTF-8")
                .hasHeader("Content-Encoding", "gzip")
                .hasHeader("Cache-Control", "public, max-age=31536000, immutable")
                .hasHeader("Vary", "Accept-Encoding");
        assertThat(answer.getResponse().getContentAsByteArray())
                .isEqualTo(assets.named("app.css").compressed());
    }

    @Test
    void whoCannotDecompressGetsItPlain() {
        assertThat(browser.get().uri(assets.path("icons.svg")))
                .hasStatusOk()
                .hasContentType("image/svg+xml")
                .doesNotContainHeader("Content-Encoding")
                .bodyText()
                .contains("id=\"i-bell\"");
    }

    @Test
    void whoHasItIsToldSo() {
        var tag = browser.get()
                .uri(assets.path("app.js"))
                .exchange()
                .getResponse()
                .getHeader("ETag");
        assertThat(browser.get().uri(assets.path("app.js")).header("If-None-Match", String.valueOf(tag)))
                .hasStatus(304);
    }

    @Test
    void anOldFingerprintIsNotThere() {
        assertThat(browser.get().uri("/assets/app-0123456789abcdef.css")).hasStatus(404);
        assertThat(browser.get().uri("/assets/app.css")).hasStatus(404);
    }

    @Test
    void thePolicyAllowsTheImportMapThatWasSent() throws UnsupportedEncodingException {
        var page =
                browser.get().uri("/nowhere").with(as(cast.bruno())).exchange().getResponse();
        var html = page.getContentAsString();
        var opening = html.indexOf('>', html.indexOf("<script type=\"importmap\"")) + 1;
        var sent = html.substring(opening, html.indexOf("</script>", opening));
        assertThat(page.getHeader("Content-Security-Policy")).contains("'" + Asset.integrity(sent) + "'");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtect() {
        assertThat(browser.get().uri("/assets/app.css"))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .containsHeader("Permissions-Policy")
                .containsHeader("Content-Security-Policy");
    }
}
