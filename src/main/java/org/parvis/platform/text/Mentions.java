package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who of the people mentioned in a text may be shown as a mention, and by what name. A text that is kept names communities
 * by their numbers alone: what they are called is for whoever finds them.
 */
@FunctionalInterface
public interface Mentions {

    /** What stands for the name of a community that the reader does not find. */
    String UNKNOWN = "@…";

    /** As {@link #writtenCommunity} writes it, with a name or without. */
    Pattern COMMUNITY = Pattern.compile("@\\[((?:\\\\.|[^\\\\\\[\\]\\n]){0,400})]\\(community:([1-9]\\d{0,17})\\)");

    /** The person's name of today, or null: then the mention stays text. */
    @Nullable
    String nameOf(long person);

    /** The community's name of today, or null where the reader does not find it. */
    default @Nullable String nameOfCommunity(long community) {
        return null;
    }

    static Mentions none() {
        return person -> null;
    }

    /** The people a text mentions, in its order. Whether they may read it is the caller's to find out. */
    static Set<Long> in(String text) {
        var people = new LinkedHashSet<Long>();
        MarkdownTree.of(text).forEach(node -> {
            if (node instanceof Mention mention) {
                people.add(mention.person());
            }
        });
        return people;
    }

    /** The communities a text mentions, with their names beside them or not, in its order. */
    static Set<Long> communitiesIn(String text) {
        var communities = new LinkedHashSet<Long>();
        if (text.contains("](community:")) {
            COMMUNITY.matcher(text).results().forEach(found -> communities.add(number(found)));
        }
        return communities;
    }

    /** How a mention is written in a text. */
    static String written(long person, String name) {
        return "@[" + literal(name) + "](person:" + person + ")";
    }

    /** How a community is mentioned in a text that somebody writes. */
    static String writtenCommunity(long community, String name) {
        return "@[" + literal(name) + "](community:" + community + ")";
    }

    /** The text as it is kept: these communities are named no more. */
    static String withoutNames(String text, Set<Long> communities) {
        return replaced(
                text, found -> communities.contains(number(found)) ? "@[](community:" + found.group(2) + ")" : null);
    }

    /** The text as it stands before whoever rewords it: with the names of the communities they find. */
    static String withNames(String text, Map<Long, String> communities) {
        return replaced(text, found -> {
            var name = communities.get(number(found));
            return name == null || !found.group(1).isEmpty() ? null : writtenCommunity(number(found), name);
        });
    }

    private static String replaced(String text, Function<MatchResult, @Nullable String> replacement) {
        return COMMUNITY.matcher(text).replaceAll(found -> {
            var written = replacement.apply(found);
            return Matcher.quoteReplacement(written == null ? found.group() : written);
        });
    }

    private static long number(MatchResult found) {
        return Long.parseLong(found.group(2));
    }

    private static String literal(String name) {
        return name.replaceAll("([\\\\\\[\\]*_`<>~&#!])", "\\\\$1");
    }
}
