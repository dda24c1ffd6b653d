package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

class CommonPasswordsTests {

    private static final List<String> NADIA =
            List.of("n.berrada@valmont-aubier.example", "Nadia Berrada", "Groupe Valmont-Aubier");

    private final CommonPasswords common;

    CommonPasswordsTests() throws IOException {
        common = new CommonPasswords();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890", "0123456789", "9876543210", "azertyuiop", "azertyuiopqsdfghjklm", "abcdefghij",
                "motdepasse123", "MotDePasse2026!", "m0tdep@sse!!", "Bienvenue2026!", "bonjour123", "azerty123456",
                "P@ssw0rd2026", "password1234", "iloveyouiloveyou", "azertyazerty1", "12341234123", "20262026202620",
                "Décembre2026", "!!Soleil1234", "Nicolas1987", "aaaaaaaaaa", "abababababab"
            })
    void whatEverybodyTriesFirstIsKnown(String password) {
        assertThat(common.contains(password, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n.berrada@valmont-aubier.example",
                "NadiaBerrada1",
                "berrada.nadia",
                "nberrada2026",
                "Valmont2026!",
                "valmont-aubier",
                "v@lmont12345"
            })
    void soIsWhatEverybodyKnowsOfThePersonAndThePlace(String password) {
        assertThat(common.contains(password, NADIA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "une phrase de passe à moi",
                "le chat dort bien",
                "tasse bleue et vélo",
                "vanne-0507-1840-1826",
                "correct horse battery staple",
                "Kx7!pq0Vd2",
                "Nadia aime les vannes rouges",
                "tasse bleue",
                "ぱすわーどはながいほうがいい"
            })
    void sentencesAndChanceAreNot(String password) {
        assertThat(common.contains(password, NADIA)).isFalse();
    }
}
