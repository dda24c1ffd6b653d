package org.parvis.imports.people;

import java.text.Normalizer;
import java.util.Locale;

/** Words as people mean them: without accents, case, punctuation. */
final class Words {

    private Words() {}

    /** Lower-case words with single spaces between them. */
    static String plain(String text) {
        return reduced(text, true);
    }

    /** Lower-case letters and digits, nothing between them. */
    static String letters(String text) {
        return reduced(text, false);
    }

    private static String reduced(String text, boolean spaced) {
        var decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        var words = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && spaced && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
