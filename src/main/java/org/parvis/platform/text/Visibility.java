package org.parvis.platform.text;

/** What of a text a reader can see. */
final class Visibility {

    // They are letters or symbols by Unicode's categories, and drawn as nothing.
    private static final String BLANK_LETTERS = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private Visibility() {}

    static boolean hasSomethingVisible(String text) {
        return text.codePoints().anyMatch(Visibility::isVisible);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Embeddings, overrides and isolates: Unicode Standard Annex 9, sections 2.1 to 2.5. */
    static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> BLANK_LETTERS.indexOf(c) < 0;
        };
    }
}
