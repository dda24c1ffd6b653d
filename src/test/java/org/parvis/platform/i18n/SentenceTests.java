package org.parvis.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Locale;
import java.util.stream.Stream;

/** Whatever way a sentence is put together, it is as ICU says it. */
class SentenceTests {

    record Said(String pattern, Object... arguments) {}

    static Stream<Said> all() {
        return Stream.of(
                new Said("Nothing to fill"),
                new Said("It's", "unused"),
                new Said("{0}", "all of it"),
                new Said("From {0} to {1}.", "A", "B"),
                new Said("{1} before {0}", "A", "B"),
                new Said("Without {0} and {1}", "A"),
                new Said("Braces in '{0}' and {0}", "A"),
                new Said("{0, plural, =0 {none} one {one} other {# of them}}", 0),
                new Said("{0, plural, =0 {none} one {one} other {# of them}}", 1_234_567L),
                new Said("{0} and {1, plural, one {one} other {#}}", "A", 3),
                new Said("{0} of {1}", 1_000, 20_000L));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAsIcuSaysIt(Said said) {
        for (var language : Messages.LANGUAGES) {
            var expected = new MessageFormat(said.pattern(), ULocale.forLocale(language)).format(said.arguments());
            var sentence = new Sentence(said.pattern(), language);
            assertThat(sentence.with(said.arguments())).isEqualTo(expected);
            assertThat(sentence.with(said.arguments())).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"Anna,La photo d’Anna", "Bruno,La photo de Bruno"})
    void frenchElides(String name, String expected) {
        assertThat(new Sentence("La photo de {0}", Locale.FRENCH).with(new Object[] {name}))
                .isEqualTo(expected);
    }
}
