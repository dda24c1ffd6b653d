package org.parvis.platform.i18n;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** French says « d’Anna » and « qu’Anna »: which of the two is known only with the name that follows. */
final class Elision {

    private static final Pattern BEFORE_AN_ARGUMENT = Pattern.compile("\\b([Dd]|[Qq]u)e \\{(\\d)}");
    // Names keep a silent h before e, i, u and y: Hélène, Hugo, but Hassan, Honfleur.
    private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouœæ]|h[eiuy]|y[^aeiou]");

    /** Whether what is said with this pattern depends on how an argument begins. */
    static boolean mayOccur(String pattern) {
        return BEFORE_AN_ARGUMENT.matcher(pattern).find();
    }

    /** The pattern as it is spoken with these arguments. */
    static String in(String pattern, Object[] arguments) {
        return BEFORE_AN_ARGUMENT
                .matcher(pattern)
                .replaceAll(found -> startsWithVowel(arguments, Integer.parseInt(found.group(2))) ? "$1’{$2}" : "$0");
    }

    private static boolean startsWithVowel(Object[] arguments, int number) {
        return number < arguments.length
                && arguments[number] instanceof String word
                && VOWEL.matcher(Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
                        .lookingAt();
    }

    private Elision() {}
}
