package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fr | Merci à tous pour votre aide, la ligne 4 est repartie ce matin.
                    fr | L’usine de Lyon ouvre ses portes aux familles samedi.
                    en | The new coffee machine is on the third floor, thanks for your patience.
                    de | Wir haben die Maschine heute Morgen repariert und sie läuft wieder.
                    es | Los equipos de la planta están listos para el cambio, muchas gracias.
                    it | Gli impianti sono pronti per la nuova linea e non ci sono problemi.
                    pt | Os novos contratos não foram assinados, mas estão na mesa do diretor.
                    nl | De nieuwe machine staat op de derde verdieping en het werkt niet.
                    """)
    void knowsTheLanguageByItsSmallWords(String language, String text) {
        assertThat(LanguageGuess.of(text)).isEqualTo(language);
    }

    @Test
    void doesNotGuessWhatIsOpen() {
        assertThat(LanguageGuess.of("OK")).isNull();
        assertThat(LanguageGuess.of("👍 12:30")).isNull();
        assertThat(LanguageGuess.of("Привет всем коллегам")).isNull();
        assertThat(LanguageGuess.of("")).isNull();
    }
}
