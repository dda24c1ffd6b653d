package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** All that a message says, as Markdown: its text, what it links to, the names of its files. */
final class Body {

    private static final int MOST_PARTS = 20;

    private final Mrkdwn mrkdwn;
    private final RichText richText;

    Body(SlackNames names) {
        this.mrkdwn = new Mrkdwn(new Mentions(names));
        this.richText = new RichText(names);
    }

    String markdown(SlackMessage message) {
        var parts = new ArrayList<String>();
        parts.add(text(message));
        parts.addAll(files(message.json()));
        for (var attachment : message.json().path("attachments")) {
            if (parts.size() < MOST_PARTS) {
                parts.add(attachment(attachment));
            }
        }
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private String text(SlackMessage message) {
        var json = message.json();
        if (message.kind().equals("file_comment")) {
            return mrkdwn.markdown(Json.textOrEmpty(json.path("comment"), "comment"));
        } else if (message.kind().equals("file_share") && json.path("file").isObject()) {
            return mrkdwn.markdown(Json.textOrEmpty(json.path("file").path("initial_comment"), "comment"));
        }
        var rich = RichText.isIn(message) ? richText.markdown(json.path("blocks")) : "";
        if (rich.isBlank()) {
            var text = mrkdwn.markdown(Json.textOrEmpty(json, "text"));
            rich = text.isBlank() ? sections(json.path("blocks")) : text;
        }
        return message.kind().equals("me_message") ? Markdown.styled("*", rich) : rich;
    }

    // What programs send as blocks, when they give no text beside.
    private String sections(JsonNode blocks) {
        var parts = new ArrayList<String>();
        for (var block : blocks) {
            if (block.path("text").isObject()) {
                parts.add(mrkdwn.markdown(Json.textOrEmpty(block.path("text"), "text")));
            }
            for (var field : block.path("fields")) {
                parts.add(mrkdwn.markdown(Json.textOrEmpty(field, "text")));
            }
            if (Json.text(block, "alt_text") != null) {
                parts.add(Markdown.literal(Json.textOrEmpty(block, "alt_text")));
            }
        }
        return String.join(
                "\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private static List<String> files(JsonNode json) {
        var lines = new ArrayList<String>();
        if (json.path("file").isObject()) {
            lines.add(file(json.path("file")));
        }
        for (var file : json.path("files")) {
            if (lines.size() < MOST_PARTS) {
                lines.add(file(file));
            }
        }
        return lines;
    }

    // The name alone: the file itself stays at Slack, behind an address nobody here can open.
    private static String file(JsonNode file) {
        var title = Json.text(file, "title");
        var name = Json.text(file, "name");
        var words = title == null ? name : name == null || title.equals(name) ? title : title + " (" + name + ")";
        return words == null ? "" : "📎 " + Markdown.literal(oneLine(words));
    }

    private String attachment(JsonNode attachment) {
        var lines = new ArrayList<String>();
        var title = heading(attachment);
        if (title != null) {
            lines.add(title);
        }
        var text = mrkdwn.markdown(Json.textOrEmpty(attachment, "text"));
        if (!text.isBlank()) {
            lines.add(text);
        }
        for (var field : attachment.path("fields")) {
            lines.add(mrkdwn.markdown(Json.textOrEmpty(field, "title") + " : " + Json.textOrEmpty(field, "value")));
        }
        if (lines.isEmpty()) {
            lines.add(mrkdwn.markdown(Json.textOrEmpty(attachment, "fallback")));
        }
        var markdown = String.join("\n\n", lines).strip();
        return markdown.isEmpty() ? "" : Markdown.quote(markdown);
    }

    private static @Nullable String heading(JsonNode attachment) {
        var title = Json.text(attachment, "title");
        var link = Json.text(attachment, "title_link");
        var words = title == null ? Json.text(attachment, "author_name") : title;
        if (words == null) {
            return null;
        }
        var plain = Emoji.inText(Mentions.unescaped(oneLine(words)));
        return Markdown.styled(
                "**", link == null ? Markdown.literal(plain) : Markdown.link(Mentions.unescaped(link), plain));
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
