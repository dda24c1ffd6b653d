package org.parvis.links;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parvis.platform.outgoing.Answer;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.testing.SharedData;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Objects;

class PageReadingTests {

    @Test
    void takesWhatIsMeantForCardsAndElseTheTitle() throws IOException {
        assertThat(read("<title>Plain</title><meta name=description content='Words'>"))
                .isEqualTo(new Found("example.org", "", "Plain", "Words"));
        assertThat(read("""
                <title>Plain</title><meta name="twitter:title" content="Second"><meta property="OG:Title" content=" First ">
                <meta property="og:site_name" content="Example"><meta name="description" content="Third">
                <meta property="og:description" content=""><meta name="twitter:description" content="Second">
                """)).isEqualTo(new Found("example.org", "Example", "First", "Second"));
    }

    @Test
    void keepsLinesShortAndStraight() throws IOException {
        var found = read("<meta property=og:title content=\"one\n two\0 \u202Ethree\u2067\u0007\">"
                + "<meta property=og:description content='" + "very ".repeat(1_000) + "'>"
                + "<meta property=og:site_name content='" + "\u200B".repeat(10) + "'>");
        assertThat(found.title()).isEqualTo("one two\uFFFD three");
        assertThat(found.description())
                .hasSizeLessThanOrEqualTo(Links.DESCRIPTION)
                .endsWith("very…");
        assertThat(found.name()).isEmpty();
    }

    @Test
    void readsTheCharactersThePageIsWrittenIn() throws IOException {
        assertThat(of("<title>Été</title>".getBytes(ISO_8859_1), ISO_8859_1).title())
                .isEqualTo("Été");
        assertThat(of("<meta charset=iso-8859-1><title>Été</title>".getBytes(ISO_8859_1), null)
                        .title())
                .isEqualTo("Été");
        assertThat(of("<title>Été</title>".getBytes(UTF_8), null).title()).isEqualTo("Été");
    }

    @Test
    void findsThePictureFromWhereThePageIs() throws IOException {
        assertThat(picture("pump.jpg")).isEqualTo("https://www.example.org/a/pump.jpg");
        assertThat(picture("//cdn.example/é.jpg")).isEqualTo("https://cdn.example/%C3%A9.jpg");
        assertThat(picture("data:image/png;base64,AAAA")).isEqualTo("null");
        assertThat(picture("javascript:alert(1)")).isEqualTo("null");
    }

    @Test
    void whateverATitleHoldsIsText() throws IOException {
        for (var payload : Files.readAllLines(SharedData.file("attacks/xss.txt"))) {
            var escaped = payload.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            var found = PageReading.of(
                    answer(("<meta property=og:title content=\"" + escaped + "\">").getBytes(UTF_8), UTF_8));
            if (found != null && payload.length() < Links.TITLE && payload.matches("[ -~]+")) {
                assertThat(found.found().title()).isEqualTo(payload.strip().replaceAll(" +", " "));
            }
        }
    }

    /** A page is read whatever is in it; what takes for ever would take this test with it. */
    @Test
    void aPageMeantToWearUsOutIsReadLikeAnother() throws IOException {
        for (var piece : new String[] {
            "<div>",
            "<a><b><i><table>",
            "<p><a href=x>",
            "<meta property=",
            "<!--",
            "&#",
            "<svg><desc>",
            "<meta property=og:description content=x>",
            "<select><option>",
            "</p>",
            "<template>",
            "<title>"
        }) {
            var html = "<title>Deep</title>" + piece.repeat(512 * 1024 / piece.length());
            assertThat(of(html.getBytes(UTF_8), UTF_8).title()).as(piece).isEqualTo("Deep");
        }
    }

    private static Found read(String html) throws IOException {
        return of(html.getBytes(UTF_8), UTF_8);
    }

    private static Found of(byte[] html, @Nullable Charset charset) throws IOException {
        return Objects.requireNonNull(PageReading.of(answer(html, charset))).found();
    }

    private static String picture(String address) throws IOException {
        var page = Objects.requireNonNull(PageReading.of(answer(
                ("<title>T</title><meta property=og:image content=\"" + address + "\">").getBytes(UTF_8), UTF_8)));
        return String.valueOf(page.picture());
    }

    private static Answer answer(byte[] html, @Nullable Charset charset) throws IOException {
        return new Answer(WebAddress.of("https://www.example.org/a/b"), 200, "text/html", charset, html, false);
    }
}
