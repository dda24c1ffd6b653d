package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTests {

    private static final Mentions ALICE = person -> person == 12 ? "Alice Martin-Durand" : null;

    @Test
    void leadToThePersonUnderTheNameOfToday() {
        assertThat(Markdown.html("Merci @[Alice Martin](person:12) !", ALICE))
                .isEqualTo("<p>Merci <a class=\"mention\" href=\"/people/12\">Alice Martin-Durand</a> !</p>\n");
    }

    @Test
    void stayTextWhenNotConfirmed() {
        assertThat(Markdown.html("@[Alice *Martin*](person:13)", ALICE)).isEqualTo("<p>&#64;Alice Martin</p>\n");
    }

    @Test
    void areNoneWithoutTheSignOrInsideCodeOrForNoId() {
        assertThat(Mentions.in("[a](person:1) `@[b](person:2)` @[c](person:x) @[d](person:-4) @[e](person:0)\n\n"
                        + "    @[f](person:5)"))
                .isEmpty();
        assertThat(Markdown.html("[a](person:12)", ALICE)).isEqualTo("<p>a</p>\n");
    }

    @Test
    void areFoundInTheirOrderEachOnce() {
        assertThat(Mentions.in("- @[Bruno](person:7)\n- **@[Alice](person:12)**, @[Bruno](person:7)"))
                .containsExactly(7L, 12L);
    }

    @Test
    void areReadAsWrittenWhateverTheName() {
        for (var name :
                new String[] {"Alice [RH] Martin", "a](person:1)", "*x* _y_ `z` \\ <b>", "&amp; !", "#x ~~y~~"}) {
            var written = Mentions.written(99, name);

            assertThat(Mentions.in(written)).as(written).containsExactly(99L);
            assertThat(Excerpt.of(written, 100)).isEqualTo("@" + name);
        }
    }

    @Test
    void cannotCarryMarkupInTheName() {
        assertThat(Markdown.html("@[x](person:12)", person -> "<img src=x onerror=alert(1)>"))
                .doesNotContain("<img");
    }
}
