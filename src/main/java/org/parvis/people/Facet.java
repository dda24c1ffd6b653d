package org.parvis.people;

import java.util.Locale;

/** What the directory is filtered by. */
public enum Facet {
    ORGANISATION,
    DEPARTMENT,
    SITE,
    COUNTRY;

    /** As addresses and columns name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value as the reader knows it: countries have names in every language. */
    public String label(String value, Locale reader) {
        return this == COUNTRY ? Locale.of("", value).getDisplayCountry(reader) : value;
    }
}
