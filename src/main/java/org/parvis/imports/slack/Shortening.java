package org.parvis.imports.slack;

/** Texts longer than ours may be are cut where it hurts least. */
final class Shortening {

    static final int POST = 40_000;
    static final int COMMENT = 10_000;

    private Shortening() {}

    static String to(int limit, String markdown) {
        if (markdown.length() <= limit) {
            return markdown;
        }
        // Room for an ellipsis and the end of a code block.
        int end = limit - 20;
        int gap = Math.max(markdown.lastIndexOf('\n', end), markdown.lastIndexOf(' ', end));
        int cut = gap > limit / 2 ? gap : end;
        var kept = markdown.substring(0, Character.isHighSurrogate(markdown.charAt(cut - 1)) ? cut - 1 : cut);
        return kept.stripTrailing() + (isInCode(kept) ? "\n```\n\n…" : " …");
    }

    private static boolean isInCode(String kept) {
        return kept.lines().filter(line -> line.startsWith("```")).count() % 2 == 1;
    }
}
