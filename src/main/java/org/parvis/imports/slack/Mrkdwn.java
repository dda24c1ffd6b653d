package org.parvis.imports.slack;

import java.util.ArrayList;
import java.util.List;

/** Slack's own light markup, as it stands in {@code text}, into Markdown. */
final class Mrkdwn {

    private static final String FENCE = "```";

    // Whatever is longer than this is cut afterwards in any case.
    private static final int LONGEST = 200_000;

    private final Mentions mentions;

    Mrkdwn(Mentions mentions) {
        this.mentions = mentions;
    }

    String markdown(String whole) {
        var text = whole.substring(0, Math.min(LONGEST, whole.length()));
        var parts = new ArrayList<String>();
        int at = 0;
        int open = text.indexOf(FENCE);
        int close = open < 0 ? -1 : text.indexOf(FENCE, open + 3);
        while (close > 0) {
            parts.add(paragraphs(text.substring(at, open)));
            parts.add(Markdown.block(plain(text.substring(open + 3, close))));
            at = close + 3;
            open = text.indexOf(FENCE, at);
            close = open < 0 ? -1 : text.indexOf(FENCE, open + 3);
        }
        parts.add(paragraphs(text.substring(at)));
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    // Lines that follow one another with “>” are one quotation.
    private String paragraphs(String text) {
        var parts = new ArrayList<String>();
        var lines = new ArrayList<String>();
        boolean quoted = false;
        for (var line : text.split("\n", -1)) {
            boolean quotes = line.startsWith("&gt;") || line.startsWith(">");
            if (quotes != quoted) {
                parts.add(paragraph(lines, quoted));
                lines.clear();
                quoted = quotes;
            }
            lines.add(quotes ? line.substring(line.startsWith(">") ? 1 : 4).strip() : line);
        }
        parts.add(paragraph(lines, quoted));
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private String paragraph(List<String> lines, boolean quoted) {
        var inline = lines.stream().map(this::inline).toList();
        var text = Markdown.lines(String.join("\n", inline).strip());
        return quoted && !text.isBlank() ? Markdown.quote(text) : text;
    }

    private String inline(String line) {
        return new InlineMrkdwn(line, mentions).markdown();
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        int at = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            plain.append(text, at, open).append(Mentions.words(text.substring(open + 1, close)));
            at = close + 1;
        }
        return Mentions.unescaped(plain.append(text, at, text.length()).toString());
    }

    /** Code within a line keeps nothing but its words. */
    static String code(String text) {
        return Markdown.code(plain(text));
    }
}
