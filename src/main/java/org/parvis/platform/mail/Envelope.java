package org.parvis.platform.mail;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A waiting mail as the job takes it, and its text as simple HTML. */
record Envelope(
        long id,
        String recipient,
        String kind,
        String language,
        String subject,
        String body,
        int tries,
        @Nullable String thread,
        @Nullable String stopLink) {

    private static final String QUOTED = ">";
    private static final String QUOTATION =
            "<blockquote style=\"margin: 0 0 1em; padding: 0 0 0 1em; border-left: 3px solid #888\">%s</blockquote>";

    /** The same at every try, so that a server that was only slow to answer does not show the mail twice. */
    String messageId(String host) {
        return "<parvis-" + id + "@" + host + ">";
    }

    /** What all mails of its thread answer to, though nobody ever sent it: mail programs then show them together. */
    @Nullable
    String threadId(String host) {
        return thread == null ? null : "<parvis-" + thread + "@" + host + ">";
    }

    String html() {
        var paragraphs = body.strip()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .split("\n{2,}");
        var inside = Stream.of(paragraphs).map(Envelope::paragraph).collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em">
                %s
                </body></html>
                """.formatted(escaped(language), escaped(subject), inside);
    }

    private static String paragraph(String paragraph) {
        return paragraph.lines().allMatch(line -> line.startsWith(QUOTED))
                ? QUOTATION.formatted(paragraph
                        .lines()
                        .map(line -> escaped(line.substring(QUOTED.length()).strip()))
                        .collect(Collectors.joining("<br>")))
                : "<p>" + lines(paragraph.lines().toList()) + "</p>";
    }

    // Words that stand above an address are what one presses; an address alone is.
    private static String lines(List<String> lines) {
        return lines.size() == 2 && isAddress(lines.getLast()) && !isAddress(lines.getFirst())
                ? link(lines.getLast(), lines.getFirst().replaceFirst("\\h?:$", ""))
                : lines.stream()
                        .map(line -> isAddress(line) ? link(line, line) : escaped(line))
                        .collect(Collectors.joining("<br>"));
    }

    private static boolean isAddress(String line) {
        return line.matches("https?://\\S+");
    }

    private static String link(String address, String words) {
        return "<a href=\"%s\">%s</a>".formatted(escaped(address), escaped(words));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
