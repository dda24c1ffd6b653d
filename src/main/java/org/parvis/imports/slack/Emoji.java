package org.parvis.imports.slack;

import net.fellbaum.jemoji.EmojiManager;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's names of emoji. A name that is a workspace's own picture stays a name. */
final class Emoji {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_+'\\-]{1,100}(?:::skin-tone-[2-6])?");
    private static final Pattern IN_TEXT = Pattern.compile(":[a-z0-9_+'\\-]{1,100}(?:::skin-tone-[2-6])?:");
    private static final Map<String, String> OLD_NAMES = Map.of("simple_smile", "slightly_smiling_face");

    private Emoji() {}

    /** The character for a name as it stands between colons, or the name between colons. */
    static String named(String name) {
        var known = OLD_NAMES.getOrDefault(name, name);
        return NAME.matcher(name).matches()
                ? EmojiManager.getBySlackAlias(":" + known + ":")
                        .map(net.fellbaum.jemoji.Emoji::getEmoji)
                        .orElse(":" + name + ":")
                : ":" + name + ":";
    }

    /** A text with its emoji names replaced. */
    static String inText(String text) {
        return text.indexOf(':') < 0
                ? text
                : IN_TEXT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found.group())));
    }

    private static String replacement(String written) {
        var name = written.substring(1, written.length() - 1);
        var character = named(name);
        return character.equals(":" + name + ":") ? written : character;
    }

    /** A name without the colour of the hand. */
    static String withoutTone(String name) {
        int tone = name.indexOf("::");
        return tone < 0 ? name : name.substring(0, tone);
    }
}
