package org.parvis.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as one looks for them: case and accents do not count. */
public final class Folded {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

    private Folded() {}

    public static String of(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'');
    }

    /** Whether one of these words begins so, as folded. */
    public static boolean begins(String words, String sought) {
        return words.startsWith(sought) || words.matches("(?s).*[ '/&(-]" + Pattern.quote(sought) + ".*");
    }
}
