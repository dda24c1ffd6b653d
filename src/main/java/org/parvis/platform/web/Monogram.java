package org.parvis.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The letters and the colour that stand for a person or a place without a picture. */
public final class Monogram {

    private static final int TONES = 9;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}-]+");

    private static final Cache<String, String> PEOPLE =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private static final Cache<String, String> PLACES =
            Caffeine.newBuilder().maximumSize(5_000).build();

    /** One of nine colours, the same for an id on every page and for ever. */
    public static int tone(long id) {
        // Neighbouring ids appear together in lists; a multiplicative hash keeps their colours apart.
        return (int) Long.remainderUnsigned((id * 0x9E3779B97F4A7C15L) >>> 33, TONES);
    }

    /** First letters of the first and the last word: {@code NB} for Nadia Berrada. */
    public static String ofPerson(String name) {
        return PEOPLE.get(name, Monogram::person);
    }

    /** First letters of the first two words that carry meaning: {@code SA} for Soudage et assemblage. */
    public static String ofPlace(String name) {
        return PLACES.get(name, Monogram::place);
    }

    private static String person(String name) {
        var words = words(name);
        return letter(words, 0) + (words.size() > 1 ? letter(words, words.size() - 1) : "");
    }

    private static String place(String name) {
        var words = words(name).stream().filter(word -> !isSmall(word)).toList();
        return letter(words, 0) + letter(words, 1);
    }

    private static List<String> words(String name) {
        return BETWEEN.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
    }

    private static boolean isSmall(String word) {
        return word.length() <= 3 && Character.isLowerCase(word.codePointAt(0));
    }

    private static String letter(List<String> words, int index) {
        if (index < words.size()) {
            return Character.toString(words.get(index).codePointAt(0)).toUpperCase(Locale.ROOT);
        } else {
            return "";
        }
    }

    private Monogram() {}
}
