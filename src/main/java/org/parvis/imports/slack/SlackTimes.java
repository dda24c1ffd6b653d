package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.regex.Pattern;

/** Slack's time stamps: seconds since 1970, a dot, microseconds (which also number the messages of a second). */
final class SlackTimes {

    private static final Pattern STAMP = Pattern.compile("(\\d{9,10})(?:\\.(\\d{1,6}))?");

    private SlackTimes() {}

    static @Nullable Instant instant(@Nullable String ts) {
        var stamp = STAMP.matcher(ts == null ? "" : ts);
        if (stamp.matches()) {
            var fraction = stamp.group(2);
            long micros = fraction == null ? 0 : Long.parseLong((fraction + "000000").substring(0, 6));
            return Instant.ofEpochSecond(Long.parseLong(stamp.group(1)), micros * 1000);
        } else {
            return null;
        }
    }
}
