package org.parvis.imports.slack;

import net.fellbaum.jemoji.EmojiManager;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Slack's names of emoji. A name that is a workspace's own picture stays a name. */
final class Emoji {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_+'\\-]{1,100}(?:::skin-tone-[2-6])?");
    private static final Pattern IN_TEXT = Pattern.compile(":[a-z0-9_+'\\-]{1,100}(?:::skin-tone-[2-6])?:");
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F]{4,5}(?:-[0-9a-fA-F]{4,5}){0,9}");
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

    /** The characters Slack numbers, such as {@code 1f44b-1f3fd}; empty for anything else. */
    static String drawn(String numbers) {
        return NUMBERS.matcher(numbers).matches()
                ? Arrays.stream(numbers.split("-"))
                        .map(number -> Integer.parseInt(number, 16))
                        .filter(Character::isDefined)
                        .map(Character::toString)
                        .collect(Collectors.joining())
                : "";
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
