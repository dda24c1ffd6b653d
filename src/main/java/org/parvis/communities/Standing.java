package org.parvis.communities;

import java.util.Arrays;
import java.util.Locale;

/** Where a person stands towards a community. */
public enum Standing {
    REQUESTED,
    INVITED,
    MEMBER,
    OWNER;

    public boolean joined() {
        return this == MEMBER || this == OWNER;
    }

    /** @throws IllegalArgumentException for a code that is none */
    public static Standing of(String code) {
        return Arrays.stream(values())
                .filter(standing -> standing.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no standing: " + code));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
