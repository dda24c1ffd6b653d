package org.parvis.platform.files;

import org.springframework.web.util.HtmlUtils;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a caption: bold, italic, underlined and who speaks are kept, every other mark goes, the rest is text. */
final class CueText {

    // A mark begins with a letter, a number or a slash: "2 < 3" is none.
    private static final Pattern PIECE = Pattern.compile("<(/?)(\\w++)([^<>]*+)>|[^<]++|<");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    private CueText() {}

    static String of(String given) {
        return PIECE.matcher(CONTROL.matcher(given).replaceAll(""))
                .results()
                .map(piece -> piece.group(2) == null ? escaped(piece.group()) : mark(piece))
                .collect(Collectors.joining())
                .strip();
    }

    private static String mark(MatchResult mark) {
        return switch (mark.group(2)) {
            case "b", "i", "u" -> "<" + mark.group(1) + mark.group(2) + ">";
            case "v" -> mark.group(1).isEmpty() ? voice(mark.group(3)) : "</v>";
            default -> "";
        };
    }

    private static String voice(String name) {
        var speaker =
                escaped(name.replaceFirst("^\\.\\S*", "")).replace('\n', ' ').strip();
        return speaker.isEmpty() ? "" : "<v " + speaker + ">";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlUnescape(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
