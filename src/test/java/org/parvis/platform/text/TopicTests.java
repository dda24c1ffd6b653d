package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

class TopicTests {

    @Test
    void isLinkedByItsHashtag() {
        assertThat(Markdown.html("Voir #Mécanique-5axes.", Mentions.none()))
                .isEqualTo("<p>Voir <a class=\"topic\" href=\"/topics/mecanique-5axes\">#Mécanique-5axes</a>.</p>\n");
        assertThat(MarkdownTests.body("#Дороги").select("a").attr("href"))
                .isEqualTo("/topics/" + URLEncoder.encode("дороги", StandardCharsets.UTF_8));
    }

    @Test
    void isOneWhateverItsCaseAndAccents() {
        assertThat(Topic.in("#Qualité #qualite #QUALITE\u0301 #cœur #Coeur"))
                .extracting(Topic::name)
                .containsExactly("Qualité", "cœur");
    }

    @Test
    void isNoneInsideCodeLinksWordsAndAddresses() {
        assertThat(Topic.in("`#a` [#b](https://example.org) c#d https://example.org/#e &#102; ##g #h/i x/#j\n\n    #k"))
                .extracting(Topic::name)
                .containsExactly("h");
    }

    @Test
    void needsALetterAndAtMostSixtyCharacters() {
        assertThat(Topic.in("#123 #-_- #" + "x".repeat(61))).isEmpty();
        assertThat(Topic.in("#2026-plan #" + "x".repeat(60) + " #fin-"))
                .extracting(Topic::name)
                .containsExactly("2026-plan", "x".repeat(60), "fin");
    }

    @Test
    void keepsMarksThatMakeAnotherLetter() {
        assertThat(Topic.of("がく").orElseThrow().key())
                .isNotEqualTo(Topic.of("かく").orElseThrow().key());
    }

    @Test
    void cannotBeMadeOfAnythingElse() {
        assertThat(Topic.of("a b")).isEmpty();
        assertThat(Topic.of("a/b")).isEmpty();
        assertThat(Topic.of("")).isEmpty();
    }
}
