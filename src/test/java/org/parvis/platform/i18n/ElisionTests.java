package org.parvis.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElisionTests {

    @ParameterizedTest
    @CsvSource({
        "Anna,d’Anna",
        "Émile,d’Émile",
        "œillet,d’œillet",
        "Hélène,d’Hélène",
        "Hugo,d’Hugo",
        "Yves,d’Yves",
        "un jour,d’un jour",
        "Youssef,de Youssef",
        "Hassan,de Hassan",
        "Priya,de Priya",
        "3 h,de 3 h"
    })
    void deLosesItsVowelBeforeAnother(String name, String spoken) {
        assertThat(Elision.in("Commentaire de {0}", new Object[] {name}).replace("{0}", name))
                .isEqualTo("Commentaire " + spoken);
    }

    @Test
    void queDoesSo() {
        assertThat(Elision.in("ce que {1} a écrit", new Object[] {"Priya", "Anna"}))
                .isEqualTo("ce qu’{1} a écrit");
    }

    @Test
    void otherWordsAndOtherArgumentsAreLeftAlone() {
        assertThat(Elision.in("grande {0}, de {1} à {2}", new Object[] {"Anna", 8}))
                .isEqualTo("grande {0}, de {1} à {2}");
    }
}
