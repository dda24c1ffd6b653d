package org.parvis.imports.slack;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Slack's {@code rich_text} blocks into Markdown. */
final class RichText {

    private final SlackNames names;

    RichText(SlackNames names) {
        this.names = names;
    }

    static boolean isIn(SlackMessage message) {
        for (var block : message.json().path("blocks")) {
            if ("rich_text".equals(Json.text(block, "type"))) {
                return true;
            }
        }
        return false;
    }

    String markdown(JsonNode blocks) {
        var text = new StringBuilder();
        for (var block : blocks) {
            if ("rich_text".equals(Json.text(block, "type"))) {
                append(block.path("elements"), text);
            }
        }
        return text.toString();
    }

    private void append(JsonNode elements, StringBuilder text) {
        var lists = new Lists();
        boolean afterList = false;
        for (var element : elements) {
            boolean list = "rich_text_list".equals(Json.text(element, "type"));
            if (!list) {
                lists.end();
            }
            var part = list ? lists.markdown(element) : part(element);
            if (!part.isBlank()) {
                text.append(text.isEmpty() ? "" : list && afterList ? "\n" : "\n\n")
                        .append(part);
                afterList = list;
            }
        }
    }

    private String part(JsonNode element) {
        return switch (Json.textOrEmpty(element, "type")) {
            case "rich_text_preformatted" -> Markdown.block(words(element.path("elements")));
            case "rich_text_quote" -> quote(inline(element.path("elements")));
            default -> Markdown.lines(inline(element.path("elements")).strip());
        };
    }

    private static String quote(String inline) {
        return inline.isBlank() ? "" : Markdown.quote(Markdown.lines(inline.strip()));
    }

    private String inline(JsonNode elements) {
        var text = new StringBuilder();
        for (var element : elements) {
            text.append(styled(element));
        }
        return text.toString();
    }

    private String styled(JsonNode element) {
        var style = element.path("style");
        if (Json.yes(style, "code")) {
            return Markdown.code(words(element));
        }
        var text = element(element);
        text = Json.yes(style, "strike") ? Markdown.styled("~~", text) : text;
        text = Json.yes(style, "italic") ? Markdown.styled("*", text) : text;
        return Json.yes(style, "bold") ? Markdown.styled("**", text) : text;
    }

    private String element(JsonNode element) {
        return switch (Json.textOrEmpty(element, "type")) {
            case "user" -> names.person(Json.textOrEmpty(element, "user_id"));
            case "channel" -> names.channel(Json.textOrEmpty(element, "channel_id"));
            case "link" -> Markdown.link(Json.textOrEmpty(element, "url"), Json.text(element, "text"));
            default -> Markdown.literal(words(element));
        };
    }

    private static String words(JsonNode element) {
        if (element.isArray()) {
            var words = new StringBuilder();
            for (var child : element) {
                words.append(words(child));
            }
            return words.toString();
        }
        return switch (Json.textOrEmpty(element, "type")) {
            case "emoji" -> emoji(element);
            case "broadcast" -> "@" + Json.textOrEmpty(element, "range");
            case "usergroup" -> "@" + Json.textOrEmpty(element, "usergroup_id");
            case "user" -> "@" + Json.textOrEmpty(element, "user_id");
            case "channel" -> "#" + Json.textOrEmpty(element, "channel_id");
            case "date" -> Json.textOrEmpty(element, "fallback");
            case "color" -> Json.textOrEmpty(element, "value");
            case "link" -> linkWords(element);
            default -> Json.textOrEmpty(element, "text");
        };
    }

    private static String linkWords(JsonNode link) {
        var label = Json.text(link, "text");
        return label == null ? Json.textOrEmpty(link, "url") : label;
    }

    private static String emoji(JsonNode element) {
        var name = Json.textOrEmpty(element, "name");
        int tone = element.path("skin_tone").asInt(0);
        var known = Emoji.named(tone < 2 || tone > 6 || name.contains("::") ? name : name + "::skin-tone-" + tone);
        var drawn = known.startsWith(":") ? Emoji.drawn(Json.textOrEmpty(element, "unicode")) : "";
        return drawn.isEmpty() ? known : drawn;
    }

    /** A list inside a list is, for Slack, a list of its own with an indent; numbers go on after it. */
    private final class Lists {

        private final Map<Integer, Integer> numbers = new HashMap<>();
        private int depth = -1;

        void end() {
            numbers.clear();
            depth = -1;
        }

        String markdown(JsonNode list) {
            int indent = Math.clamp(list.path("indent").asInt(0), 0, Math.min(8, depth + 1));
            numbers.keySet().removeIf(level -> level > indent);
            depth = indent;
            boolean ordered = "ordered".equals(Json.text(list, "style"));
            var offset = list.path("offset").asInt(0);
            int number = Math.max(numbers.getOrDefault(indent, 0), Math.clamp(offset, 0, 1_000_000));
            var items = new ArrayList<String>();
            for (var item : list.path("elements")) {
                number++;
                items.add(item(" ".repeat(4 * indent), ordered ? number + ". " : "- ", item));
            }
            numbers.put(indent, number);
            return String.join("\n", items);
        }

        private String item(String margin, String mark, JsonNode item) {
            var text = Markdown.lines(inline(item.path("elements")).strip());
            return margin + mark + text.replaceAll("\\n+", "\n" + margin + " ".repeat(mark.length()));
        }
    }
}
