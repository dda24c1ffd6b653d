package org.parvis.conversation;

import org.parvis.platform.web.NotFound;

import java.util.Locale;

/** What one may say with one press. The icon is Lucide's name. */
public enum Reaction {
    LIKE("thumbs-up"),
    THANKS("hand-heart"),
    BRAVO("party-popper"),
    IDEA("lightbulb"),
    LAUGH("laugh"),
    SAD("frown");

    private final String icon;

    Reaction(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** As the database, addresses and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NotFound for a code that is none */
    public static Reaction of(String code) {
        for (var reaction : values()) {
            if (reaction.code().equals(code)) {
                return reaction;
            }
        }
        throw new NotFound("reaction " + code);
    }
}
