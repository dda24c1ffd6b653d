package org.parvis.people;

import java.util.Locale;

/** What somebody is to the company. Former members came with past conversations and have no account. */
public enum PersonKind {
    EMPLOYEE,
    GUEST,
    FORMER,
    SERVICE;

    public static PersonKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database and the API write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
