package org.parvis.people;

import org.parvis.platform.web.NotFound;

import java.util.Arrays;
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

    /** From an address. @throws NotFound for what is no facet */
    public static Facet of(String code) {
        return Arrays.stream(values())
                .filter(facet -> facet.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("facet"));
    }

    /** A value as the reader knows it: countries have names in every language. */
    public String label(String value, Locale reader) {
        return this == COUNTRY ? Locale.of("", value).getDisplayCountry(reader) : value;
    }
}
