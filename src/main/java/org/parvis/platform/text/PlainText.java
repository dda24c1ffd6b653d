package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

/** Makes what was typed fit to be kept, or says why not. Lengths are code points. */
public final class PlainText {

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** A text of several lines that must not be empty. */
    public static String clean(String field, @Nullable String text, int max) {
        return required(field, optional(field, text, max));
    }

    /** As {@link #clean}, but nothing is an answer too. */
    public static String optional(String field, @Nullable String text, int max) {
        return text == null ? "" : bounded(field, trimmed(kept(field, text)), max);
    }

    /** A name or title: one line, without what turns the direction of the text around it. */
    public static String name(String field, @Nullable String text, int max) {
        return required(field, optionalName(field, text, max));
    }

    /** As {@link #name}, but nothing is an answer too. */
    public static String optionalName(String field, @Nullable String text, int max) {
        return text == null ? "" : bounded(field, oneLine(kept(field, text)), max);
    }

    /** What somebody looks for, cut to {@code max}: whatever was typed, there is an answer, be it none. */
    public static String sought(@Nullable String text, int max) {
        var line = text == null ? "" : oneLine(kept("q", text.replace("\0", "")));
        return line.substring(0, line.offsetByCodePoints(0, Math.min(max, line.codePointCount(0, line.length()))));
    }

    /**
     * What somebody else says of themselves, in one line of at most {@code max}, an ellipsis for what is missing: whatever
     * they say, there is an answer, empty when nothing of it can be seen.
     */
    public static String shortened(@Nullable String text, int max) {
        var line = sought(text, max + 1);
        if (!Visibility.hasSomethingVisible(line)) {
            return "";
        } else if (line.codePointCount(0, line.length()) <= max) {
            return line;
        } else {
            return line.substring(0, line.offsetByCodePoints(0, max - 1)).strip() + "…";
        }
    }

    /** As a pattern of SQL's {@code like} in which every character stands for itself. */
    public static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static String kept(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Invalid(field, "platform.text.nul");
        }
        if (isKeptWhole(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                // Half a surrogate pair is no character: no encoding can keep it.
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    // Nearly every text: nothing to drop and nothing to replace.
    private static boolean isKeptWhole(String text) {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (Character.isISOControl(c) && c != '\n' && c != '\t' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && Visibility.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Visibility.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Visibility.turnsDirection(c))
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> c != ' ' || !endsInSpace(line))
                .forEach(line::appendCodePoint);
        return trimmed(line.toString());
    }

    private static boolean endsInSpace(StringBuilder line) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
    }

    private static String bounded(String field, String text, int max) {
        var over = text.codePointCount(0, text.length()) - max;
        if (over > 0) {
            throw new Invalid(field, "platform.text.too-long", max, over);
        }
        return text;
    }

    private static String required(String field, String text) {
        if (!Visibility.hasSomethingVisible(text)) {
            throw new Invalid(field, "platform.text.empty");
        }
        return text;
    }
}
