package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

/** The things that stand between {@code <} and {@code >} in a text of Slack. */
final class Mentions {

    private final SlackNames names;

    Mentions(SlackNames names) {
        this.names = names;
    }

    /** Markdown for what stood between the brackets. */
    String markdown(String inside) {
        var bar = inside.indexOf('|');
        var what = bar < 0 ? inside : inside.substring(0, bar);
        var label = bar < 0 ? null : unescaped(inside.substring(bar + 1));
        if (what.startsWith("@") && what.length() > 1) {
            return names.person(what.substring(1));
        } else if (what.startsWith("#") && what.length() > 1) {
            return names.channel(what.substring(1));
        } else if (what.startsWith("!")) {
            return Markdown.literal(command(what.substring(1), label));
        } else {
            return Markdown.link(unescaped(what), label == null ? label : Emoji.inText(label));
        }
    }

    /** The words of it, for where no link can stand: within code. */
    static String words(String inside) {
        var bar = inside.indexOf('|');
        return inside.startsWith("!")
                ? command(
                        bar < 0 ? inside.substring(1) : inside.substring(1, bar),
                        bar < 0 ? null : inside.substring(bar + 1))
                : unescaped(bar < 0 ? inside : inside.substring(bar + 1));
    }

    // <!here>, <!subteam^S1|@readers>, <!date^1392734382^{date}|Feb 18>
    private static String command(String command, @Nullable String label) {
        if (label != null && !label.isBlank()) {
            return command.indexOf('^') < 0 && !label.startsWith("@") ? "@" + label : label;
        } else {
            int caret = command.indexOf('^');
            return "@" + (caret < 0 ? command : command.substring(0, caret));
        }
    }

    // &amp; comes last: “&amp;lt;” is what somebody wrote as “&lt;”.
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
