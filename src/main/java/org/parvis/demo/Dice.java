package org.parvis.demo;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32;

/** Chance that falls alike every time, so that everybody meets the same company. */
final class Dice {

    private Dice() {}

    /** Between 0 and 1, the same for the same words. */
    static double roll(String words) {
        var sum = new CRC32();
        sum.update(words.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() / (double) 0x1_0000_0000L;
    }

    static <T> List<T> shuffled(Collection<T> all, Function<T, String> words) {
        return all.stream()
                .sorted(Comparator.comparingDouble(one -> roll(words.apply(one))))
                .toList();
    }
}
