package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void isOneLineWithoutMarkup() {
        assertThat(Excerpt.of(
                        "# Bilan\n\n- **Deux** [sites](https://example.org)\n- `x < y`, @[Alice](person:1) #usinage",
                        200))
                .isEqualTo("Bilan Deux sites x < y, @Alice #usinage");
    }

    @Test
    void endsBetweenWords() {
        assertThat(Excerpt.of("Réunion de service mardi à dix heures", 20)).isEqualTo("Réunion de service…");
        assertThat(Excerpt.of("Réunion de service", 18)).isEqualTo("Réunion de service");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Excerpt.of("👩‍🚀".repeat(10), 8)).isEqualTo("👩‍🚀👩‍🚀…");
        assertThat(Excerpt.of("x".repeat(100), 10)).isEqualTo("x".repeat(9) + "…");
    }

    @Test
    void isEmptyForAnEmptyText() {
        assertThat(Excerpt.of("", 10)).isEmpty();
        assertThat(Excerpt.of("---", 10)).isEmpty();
    }
}
