package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Invalid.Problem;

class PlainTextTests {

    @Test
    void keepsLinesAndTabsAndNoOtherControlCharacter() {
        assertThat(PlainText.clean("text", "a\r\nb\rc\td\u0007\u001B\u0085e", 100))
                .isEqualTo("a\nb\nc\tde");
    }

    @Test
    void trimsEverythingThatIsASpace() {
        assertThat(PlainText.clean("text", "\n\u00A0\u202F\u3000 Bonjour \u2003\n", 100))
                .isEqualTo("Bonjour");
    }

    @Test
    void refusesNul() {
        assertThat(refusal("a\0b", 10).messageKey()).isEqualTo("platform.text.nul");
    }

    @Test
    void refusesWhatNobodySees() {
        assertThat(refusal(null, 10).messageKey()).isEqualTo("platform.text.empty");
        assertThat(refusal(" \n ", 10).messageKey()).isEqualTo("platform.text.empty");
        assertThat(refusal("\u200B\u200D\u2060\uFE0F\u3164", 10).messageKey()).isEqualTo("platform.text.empty");
    }

    @Test
    void saysByHowManyCharactersATextIsTooLong() {
        var refusal = refusal("👩‍🚀".repeat(4), 10);

        assertThat(refusal.field()).isEqualTo("text");
        assertThat(refusal.messageKey()).isEqualTo("platform.text.too-long");
        assertThat(refusal.arguments()).containsExactly(10, 2);
        assertThat(PlainText.clean("text", "👩‍🚀".repeat(4), 12)).hasSize(20);
    }

    @Test
    void mayBeEmptyWhereThatIsAnAnswer() {
        assertThat(PlainText.optional("text", null, 10)).isEmpty();
        assertThat(PlainText.optional("text", "  ", 10)).isEmpty();
    }

    @Test
    void keepsDirectionAndZeroWidthCharactersOfAText() {
        var text = "\u202Eabc\u202C م\u200Cرحبا";

        assertThat(PlainText.clean("text", text, 100)).isEqualTo(text);
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(PlainText.clean("text", "a\uD83Db\uDE00", 100)).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(PlainText.clean("text", "😀", 100)).isEqualTo("😀");
    }

    @Test
    void writesANameInOneLineAndItsOwnDirection() {
        assertThat(PlainText.name("name", " Alice\n\t \u202EMartin\u2066 ", 100))
                .isEqualTo("Alice Martin");
        assertThat(PlainText.name("name", "محمد علي", 100)).isEqualTo("محمد علي");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> PlainText.name("name", "\u202E\u2066\u200B", 100))
                .matches(invalid -> invalid.problems().getFirst().messageKey().equals("platform.text.empty"));
        assertThat(PlainText.optionalName("name", "\u202E", 100)).isEmpty();
    }

    private static Problem refusal(@Nullable String text, int max) {
        try {
            throw new AssertionError("Taken: " + PlainText.clean("text", text, max));
        } catch (Invalid invalid) {
            return invalid.problems().getFirst();
        }
    }
}
