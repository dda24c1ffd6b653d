package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/** One piece of what is asked for, both ends included (RFC 9110, section 14.1.2). */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=[ \\t]*(\\d*)-(\\d*)[ \\t]*", Pattern.CASE_INSENSITIVE);
    private static final int DIGITS = 18;

    /** What a Range header asks of so many bytes; empty where it asks for several pieces or for nothing that is known. */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        var asked = ONE.matcher(header == null ? "" : header);
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) return Optional.empty();
        if (asked.group(1).isEmpty()) {
            return Optional.of(new ByteRange(Math.max(0, length - number(asked.group(2))), length - 1));
        }
        var first = number(asked.group(1));
        var last = asked.group(2).isEmpty() ? Long.MAX_VALUE : number(asked.group(2));
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, length - 1)));
    }

    /** Whether there is anything of it. */
    boolean satisfiable() {
        return first <= last;
    }

    long length() {
        return last - first + 1;
    }

    // More digits than any file has bytes.
    private static long number(String digits) {
        return digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
