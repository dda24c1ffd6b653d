package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes what somebody meant literally so that Markdown (CommonMark 0.31, GFM) leaves it alone. */
final class Markdown {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    // What begins a line with these would become a heading, a quotation, a rule or a table's frame.
    private static final Pattern LINE_START =
            Pattern.compile("(?m)^([ \\t]{0,3})(#{1,6}(?=\\s|$)|>|[=\\-]{2,}(?=\\s*$)|\\+(?=\\s))");
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]{4,}");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** Plain text. Lines that look like a list stay one: that is what their writer drew. */
    static String literal(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpecial(c, before(text, i), after(text, i))) {
                safe.append('\\');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    private static boolean isSpecial(char c, char before, char after) {
        return switch (c) {
            case '`', '<', '[', ']' -> true;
            case '*', '~' -> !(isGap(before) && isGap(after));
            case '_' -> !(isGap(before) && isGap(after) || isWord(before) && isWord(after));
            case '&' -> after == '#' || isWord(after);
            case '\\' -> after > ' ' && after < 127 && !isWord(after);
            case '@' -> after == '[';
            default -> false;
        };
    }

    private static char before(String text, int i) {
        return i == 0 ? ' ' : text.charAt(i - 1);
    }

    private static char after(String text, int i) {
        return i + 1 == text.length() ? ' ' : text.charAt(i + 1);
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** Several lines of finished inline Markdown as paragraphs that keep their line breaks. */
    static String lines(String text) {
        var quiet = LINE_START
                .matcher(INDENT.matcher(text).replaceAll("   "))
                .replaceAll("$1\\\\$2")
                .split("\n", -1);
        var lines = new StringBuilder();
        for (int i = 0; i < quiet.length; i++) {
            boolean last = i + 1 == quiet.length;
            boolean goesOn = !last && !quiet[i].isBlank() && !quiet[i + 1].isBlank();
            lines.append(quiet[i].stripTrailing()).append(goesOn ? "  \n" : last ? "" : "\n");
        }
        return lines.toString();
    }

    /** Code within a line. */
    static String code(String text) {
        var line = text.replace('\n', ' ').replace('\r', ' ');
        if (line.isBlank()) {
            return line;
        }
        var fence = "`".repeat(longestRun(line) + 1);
        var gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return fence + gap + line + gap + fence;
    }

    /** Code on lines of its own, indentation kept. */
    static String block(String text) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        var code = text.replace("\r", "").stripTrailing();
        return fence + "\n" + (code.startsWith("\n") ? code.substring(1) : code) + "\n" + fence;
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }

    static String quote(String markdown) {
        return ("> " + markdown.replace("\n", "\n> ")).replaceAll("(?m)^> $", ">");
    }

    /** A style around what is not space: Markdown knows no bold space. */
    static String styled(String marks, String markdown) {
        var core = markdown.strip();
        if (core.isEmpty()) {
            return markdown;
        } else {
            int start = markdown.indexOf(core);
            return markdown.substring(0, start) + marks + core + marks + markdown.substring(start + core.length());
        }
    }

    /** A link, or plain text where the address is none a page may lead to. */
    static String link(String url, @Nullable String label) {
        var address = address(url);
        var words = label == null || label.isBlank() ? url : label;
        if (address == null) {
            return literal(words);
        } else if (words.equals(url) || words.equals(address)) {
            return "<" + address + ">";
        } else {
            return "[" + literal(words.replace('\n', ' ')) + "](<" + address + ">)";
        }
    }

    private static @Nullable String address(String url) {
        var clean = url.strip()
                .replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C");
        int colon = clean.indexOf(':');
        boolean known = colon > 0 && SCHEMES.contains(clean.substring(0, colon).toLowerCase(Locale.ROOT));
        return known && clean.chars().noneMatch(Character::isISOControl) ? clean : null;
    }
}
