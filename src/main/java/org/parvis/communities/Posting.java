package org.parvis.communities;

import java.util.Arrays;
import java.util.Locale;

/** Who may begin a conversation; every member may comment. */
public enum Posting {
    MEMBERS,
    OWNERS;

    /** @throws IllegalArgumentException for a code that is none */
    public static Posting of(String code) {
        return Arrays.stream(values())
                .filter(posting -> posting.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no posting: " + code));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
