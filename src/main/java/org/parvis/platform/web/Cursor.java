package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a list goes on: strictly after this key in the list's order. Printed as opaque text, microseconds exact. */
public record Cursor(String key, long id) {

    /** Before everything in a list that runs from newest to oldest. */
    public static final Cursor NEWEST = at(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final Instant LATEST = Instant.parse(NEWEST.key);

    public static Cursor at(Instant time, long id) {
        return new Cursor(time.toString(), id);
    }

    /** The cursor as it came in an address; what cannot be read begins the list anew. */
    public static Cursor of(@Nullable String text) {
        var parsed = text == null || text.isEmpty() ? null : parse(text);
        return parsed == null ? NEWEST : parsed;
    }

    /** For lists ordered by something else than time: the key as text, or null at the beginning. */
    public static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 1000) {
            return null;
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.indexOf('\0') >= 0) {
                return null;
            }
            var cut = plain.indexOf(' ');
            return new Cursor(plain.substring(cut + 1), Long.parseLong(plain.substring(0, cut)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return null;
        }
    }

    /** The key of a list ordered by time; one that no database could hold begins the list anew. */
    public Instant time() {
        try {
            var time = Instant.parse(key);
            return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? LATEST : time;
        } catch (DateTimeException unreadable) {
            return LATEST;
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + " " + key).getBytes(StandardCharsets.UTF_8));
    }
}
