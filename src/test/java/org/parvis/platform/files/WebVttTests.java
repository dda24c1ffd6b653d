package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.platform.web.Invalid;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

class WebVttTests {

    @Test
    void cuesAreWrittenAnewInTheOrderOfTime() {
        assertThat(written("""
                \uFEFFWEBVTT - Pump 3
                Kind: captions

                NOTE who cares

                STYLE
                ::cue { background: url(https://elsewhere.example/) }

                REGION
                id:fred

                late
                00:05.000 --> 00:06.500 align:start line:90% region:fred onclick:alert(1)
                <v Bruno>It is <b>hot</b>.</v>
                <c.loud>Very.</c> <00:05.900><lang fr>Trop.</lang>

                00:01.000 --> 1:00:02.000
                Listen.
                """)).isEqualTo("""
                        WEBVTT

                        00:00:01.000 --> 01:00:02.000
                        Listen.

                        00:00:05.000 --> 00:00:06.500 align:start line:90%
                        <v Bruno>It is <b>hot</b>.</v>
                        Very. Trop.
                        """);
    }

    @Test
    void subRipBecomesWebVtt() {
        var subRip = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color=\"#fff\">Ça chauffe</font>\r\n\r\n"
                + "2\r\n00:00:03,000 --> 00:00:04,000\r\n2 < 3 & 4 > 3\r\n";
        var expected = """
                WEBVTT

                00:00:01.000 --> 00:00:02.500
                Ça chauffe

                00:00:03.000 --> 00:00:04.000
                2 &lt; 3 &amp; 4 &gt; 3
                """;

        assertThat(written(subRip)).isEqualTo(expected);
        assertThat(WebVtt.rewritten("captions", subRip.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<v <img src=x onerror=alert(1)>>x",
                "<v a\"><b onclick=alert(1)>x",
                "<b/onclick=alert(1)>x",
                "x --> <i\u0000 style=x>y",
                "&lt;script&gt;",
                "<<b>script>alert(1)<</b>/script>",
            })
    void ofMarksOnlyFourAreLeft(String text) {
        var cue = written("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n")
                .lines()
                .skip(3)
                .findFirst()
                .orElse("");

        assertThat(cue.replaceAll("</?[biu]>|</v>|<v [^<>]+>|&(amp|lt|gt);", ""))
                .doesNotContain("<", ">", "&");
        assertThat(cue).doesNotContain("<script", "<img");
        assertThat(cue.replaceAll("<v [^<>]+>", "")).doesNotContainPattern("<[^>]*onclick");
    }

    @ParameterizedTest
    @CsvSource({
        "'WEBVTT\n\n00:01.000 -> 00:02.000\nHello', 4",
        "'WEBVTT\n\n00:02.000 --> 00:01.000\nBackwards', 3",
        "'WEBVTT\n\n1\n00:61.000 --> 00:70.000\nNo such second', 4",
        "'Dear all,\n\nthis is no caption', 1",
    })
    void aFaultHasALine(String text, int line) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> written(text))
                .satisfies(refused -> assertThat(refused.of("captions")).hasValueSatisfying(problem -> {
                    assertThat(problem.messageKey()).isEqualTo("platform.captions.time");
                    assertThat(problem.arguments()).containsExactly(line);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WEBVTT", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<c></c>"})
    void withoutAWordThereAreNoCaptions(String text) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> written(text))
                .satisfies(refused -> assertThat(refused.of("captions"))
                        .hasValueSatisfying(
                                problem -> assertThat(problem.messageKey()).isEqualTo("platform.captions.none")));
    }

    @Test
    void whatWouldSwellIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> written("00:01.000 --> 00:02.000\n" + "<".repeat(WebVtt.MOST)))
                .satisfies(refused -> assertThat(refused.of("captions")).isPresent());
    }

    // Were they read again and again for each other, this would not end.
    @Test
    void marksThatNeverEndAreText() {
        assertThat(CueText.of("<" + "a".repeat(400_000))).isEqualTo("&lt;" + "a".repeat(400_000));
        assertThat(CueText.of("<a".repeat(100_000))).isEqualTo("&lt;a".repeat(100_000));
        assertThat(CueText.of("&".repeat(100_000))).isEqualTo("&amp;".repeat(100_000));
    }

    private static String written(String text) {
        return WebVtt.rewritten("captions", text.getBytes(StandardCharsets.UTF_8));
    }
}
