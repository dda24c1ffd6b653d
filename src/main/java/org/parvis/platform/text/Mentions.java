package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;

/** Who of the people mentioned in a text may be shown as a mention, and by what name. */
@FunctionalInterface
public interface Mentions {

    /** The person's name of today, or null: then the mention stays text. */
    @Nullable
    String nameOf(long person);

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

    /** How a mention is written in a text. */
    static String written(long person, String name) {
        return "@[" + name.replaceAll("([\\\\\\[\\]*_`<>~&#!])", "\\\\$1") + "](person:" + person + ")";
    }
}
