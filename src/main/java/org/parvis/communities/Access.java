package org.parvis.communities;

import java.util.Arrays;
import java.util.Locale;

/** How one enters, and with it who reads: an open community is read by every employee, the others by their members. */
public enum Access {
    /** At once. */
    OPEN,
    /** Owners agree. */
    REQUEST,
    /** Owners invite. */
    INVITATION;

    /** @throws IllegalArgumentException for a code that is none */
    public static Access of(String code) {
        return Arrays.stream(values())
                .filter(access -> access.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no access: " + code));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
