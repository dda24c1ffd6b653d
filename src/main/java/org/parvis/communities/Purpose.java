package org.parvis.communities;

import java.util.Arrays;
import java.util.Locale;

/** What a community is for. */
public enum Purpose {
    BUSINESS,
    HR,
    LEISURE;

    /** @throws IllegalArgumentException for a code that is none */
    public static Purpose of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no purpose: " + code));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
