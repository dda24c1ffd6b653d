package org.parvis.communities;

import java.util.Locale;

/** What a community is for. */
public enum Purpose {
    BUSINESS,
    HR,
    LEISURE;

    /** @throws IllegalArgumentException for a code that is none */
    public static Purpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
