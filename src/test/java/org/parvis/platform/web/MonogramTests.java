package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

class MonogramTests {

    @ParameterizedTest
    @CsvSource({
        "Nadia Berrada,NB",
        "Jean-Baptiste Kouadio,JK",
        "Youssef El Amrani,YA",
        "Madonna,M",
        "Élodie d’Arc,ÉA",
        "李 伟,李伟",
        "'  ',''",
        "'🎉 !!',''"
    })
    void aPersonIsFirstAndLastLetter(String name, String letters) {
        assertThat(Monogram.ofPerson(name)).isEqualTo(letters);
    }

    @ParameterizedTest
    @CsvSource({"Soudage et assemblage,SA", "Zéro fuite 2027,ZF", "Photo du dimanche,PD", "Vibrations,V", "et,''"})
    void aPlaceIsItsFirstTwoWordsThatMatter(String name, String letters) {
        assertThat(Monogram.ofPlace(name)).isEqualTo(letters);
    }

    @Test
    void everyColourIsUsedAboutAsOften() {
        var uses = LongStream.range(0, 9000)
                .mapToObj(Monogram::tone)
                .collect(Collectors.groupingBy(tone -> tone, Collectors.counting()));
        assertThat(uses).hasSize(9);
        assertThat(uses.values()).allSatisfy(count -> assertThat(count).isBetween(800L, 1200L));
    }
}
