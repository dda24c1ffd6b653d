package org.parvis.imports;

import org.parvis.platform.text.PlainText;

/** Strangers' words, made fit to be kept: without what no database takes, and no longer than there is room for. */
final class Clean {

    private static final int KEY = 300;

    private Clean() {}

    static String key(String id) {
        return cut(id.replaceAll("\\p{Cntrl}", ""), KEY);
    }

    static String line(String words, int most, String otherwise) {
        var line = cut(PlainText.optionalName("name", withoutNul(words), Integer.MAX_VALUE), most);
        return line.isBlank() ? otherwise : line;
    }

    static String text(String words, int most) {
        return cut(PlainText.optional("text", withoutNul(words), Integer.MAX_VALUE), most);
    }

    private static String withoutNul(String words) {
        return words.indexOf('\0') < 0 ? words : words.replace("\0", "");
    }

    private static String cut(String words, int most) {
        return words.length() <= most || words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }
}
