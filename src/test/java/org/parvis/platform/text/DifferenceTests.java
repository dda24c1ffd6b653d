package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.platform.text.Difference.Fate;
import org.parvis.platform.text.Difference.Passage;
import org.parvis.platform.text.Difference.Run;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class DifferenceTests {

    @Test
    void tellsWordsWithinAParagraph() {
        assertThat(Difference.of("The pump leaks since Monday.", "The pump leaked since last Monday.")
                        .passages())
                .containsExactly(new Passage(
                        List.of(
                                new Run(Fate.KEPT, "The pump "),
                                new Run(Fate.GONE, "leaks"),
                                new Run(Fate.NEW, "leaked"),
                                new Run(Fate.KEPT, " since"),
                                new Run(Fate.NEW, " last"),
                                new Run(Fate.KEPT, " Monday.")),
                        1));
    }

    @Test
    void foldsWhatStays() {
        var difference = Difference.of("One\n\nTwo\n\nThree\n\nFour", "One\n\nTwo\n\nThree\n\nAnd four\n\nFive");

        assertThat(difference.passages().getFirst())
                .isEqualTo(new Passage(List.of(new Run(Fate.KEPT, "One\n\nTwo\n\nThree")), 3));
        assertThat(difference.passages()).hasSize(3);
        assertThat(difference.passages().subList(1, 3)).allMatch(Passage::changed);
        assertThat(Difference.of("Same\n\nsame", "Same\n\nsame").passages()).noneMatch(Passage::changed);
        assertThat(Difference.of("", "").passages()).isEmpty();
    }

    @Test
    void takesOtherWordsAsOthers() {
        assertThat(Difference.of("Bring your own lunch, it is far.", "Reset the boiler; call me.")
                        .passages())
                .containsExactly(new Passage(
                        List.of(
                                new Run(Fate.GONE, "Bring your own lunch, it is far."),
                                new Run(Fate.NEW, "Reset the boiler; call me.")),
                        1));
    }

    @Test
    void nothingIsLostOrMadeUp() {
        var random = new Random(7);
        for (var round = 0; round < 500; round++) {
            var before = text(random);
            var after = text(random);
            var difference = Difference.of(before, after);
            assertThat(words(difference, Fate.NEW)).isEqualTo(bare(before));
            assertThat(words(difference, Fate.GONE)).isEqualTo(bare(after));
        }
    }

    @Test
    void isBoundedForTheLongestAndTheMostDifferentTexts() {
        var one = IntStream.range(0, 40_000).mapToObj(n -> "a" + n % 7).collect(Collectors.joining("\n"));
        var other = IntStream.range(0, 40_000).mapToObj(n -> "b" + n % 5).collect(Collectors.joining("\n"));
        assertThat(words(Difference.of(one, other), Fate.NEW)).isEqualTo(bare(one));
        var line = one.replace("\n", " ");
        assertThat(words(Difference.of(line, other.replace("\n", " ")), Fate.NEW))
                .isEqualTo(bare(line));
        assertThat(Difference.of(one, one + "\nthe end").passages()).hasSize(2);
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(_ -> IntStream.range(0, random.nextInt(8))
                        .mapToObj(_ -> "" + (char) ('a' + random.nextInt(4)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    // All the words but those of this fate.
    private static String words(Difference difference, Fate without) {
        return bare(difference.passages().stream()
                .map(passage -> passage.runs().stream()
                        .filter(run -> run.fate() != without)
                        .map(Run::words)
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n")));
    }

    private static String bare(String text) {
        return text.lines().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }
}
