package org.parvis.platform.web;

import java.util.regex.Pattern;

/** Ids as they stand in addresses and in the API: the decimal number as we print it, and no other way to write it. */
public final class Ids {

    private static final Pattern PRINTED = Pattern.compile("[1-9][0-9]{0,18}");

    private Ids() {}

    /** @throws NotFound for what is no id of a {@code kind}: it is not there either */
    public static long parse(String kind, String text) {
        try {
            if (PRINTED.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException beyondAllIds) {
            throw new NotFound(kind);
        }
        throw new NotFound(kind);
    }
}
