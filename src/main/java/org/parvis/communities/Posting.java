package org.parvis.communities;

import java.util.Locale;

/** Who may begin a conversation; every member may comment. */
public enum Posting {
    MEMBERS,
    OWNERS;

    /** @throws IllegalArgumentException for a code that is none */
    public static Posting of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
