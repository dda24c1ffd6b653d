package org.parvis.platform.mail;

import java.util.stream.Collectors;

/** A waiting mail as the job takes it, and its text as simple HTML. */
record Envelope(long id, String recipient, String language, String subject, String body, int tries) {

    /** The same at every try, so that a server that was only slow to answer does not show the mail twice. */
    String messageId(String host) {
        return "<parvis-" + id + "@" + host + ">";
    }

    String html() {
        var paragraphs = body.strip()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .split("\n{2,}");
        var inside = java.util.stream.Stream.of(paragraphs)
                .map(paragraph ->
                        "<p>" + paragraph.lines().map(Envelope::line).collect(Collectors.joining("<br>")) + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em">
                %s
                </body></html>
                """.formatted(escaped(language), escaped(subject), inside);
    }

    private static String line(String line) {
        var text = escaped(line);
        return line.matches("https?://\\S+") ? "<a href=\"%1$s\">%1$s</a>".formatted(text) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
