package org.parvis.imports.slack;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One line of Slack's markup: mentions and links, code, bold, italic, struck out, emoji; the rest is meant literally. */
final class InlineMrkdwn {

    private static final Map<Character, String> MARKS = Map.of('*', "**", '_', "*", '~', "~~");

    private final String line;
    private final Mentions mentions;
    private final Set<Character> within;
    private final Set<Character> neverClosed = new HashSet<>();
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    InlineMrkdwn(String line, Mentions mentions) {
        this(line, mentions, Set.of());
    }

    private InlineMrkdwn(String line, Mentions mentions, Set<Character> within) {
        this.line = line;
        this.mentions = mentions;
        this.within = within;
    }

    String markdown() {
        int at = 0;
        while (at < line.length()) {
            at = step(at);
        }
        finishWords();
        return markdown.toString();
    }

    private int step(int at) {
        char c = line.charAt(at);
        int close = closing(c, at);
        if (close > at + 1) {
            finishWords();
            markdown.append(inner(c, line.substring(at + 1, close)));
            return close + 1;
        } else {
            words.append(c);
            return at + 1;
        }
    }

    private String inner(char c, String inside) {
        return switch (c) {
            case '<' -> mentions.markdown(inside);
            case '`' -> Mrkdwn.code(inside);
            default -> Markdown.styled(MARKS.getOrDefault(c, ""), styled(c, inside));
        };
    }

    private String styled(char c, String inside) {
        var now = new HashSet<>(within);
        now.add(c);
        return new InlineMrkdwn(inside, mentions, now).markdown();
    }

    /** Where what opens here is closed; -1 if nothing opens. */
    private int closing(char c, int at) {
        if (neverClosed.contains(c)) {
            return -1;
        } else if (c == '<') {
            return remembered(c, line.indexOf('>', at));
        } else if (c == '`') {
            return remembered(c, line.indexOf('`', at + 1));
        } else if (MARKS.containsKey(c) && !within.contains(c) && opens(at)) {
            return remembered(c, styleEnd(c, at));
        } else {
            return -1;
        }
    }

    // A mark that is closed nowhere behind here is closed nowhere further on: asked once, not once for each.
    private int remembered(char c, int close) {
        if (close < 0) {
            neverClosed.add(c);
        }
        return close;
    }

    private boolean opens(int at) {
        return at + 1 < line.length()
                && !Character.isWhitespace(line.charAt(at + 1))
                && line.charAt(at + 1) != line.charAt(at)
                && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)));
    }

    private int styleEnd(char c, int at) {
        int close = line.indexOf(c, at + 2);
        while (close >= 0 && !closes(close)) {
            close = line.indexOf(c, close + 1);
        }
        return close;
    }

    private boolean closes(int at) {
        return !Character.isWhitespace(line.charAt(at - 1))
                && (at + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 1)));
    }

    private void finishWords() {
        markdown.append(Markdown.literal(Emoji.inText(Mentions.unescaped(words.toString()))));
        words.setLength(0);
    }
}
