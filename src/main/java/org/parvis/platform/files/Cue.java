package org.parvis.platform.files;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One caption: when it is shown, in milliseconds from the beginning, where, and its text in WebVTT. */
record Cue(long from, long to, String settings, String text) {

    private static final String TIME = "(?:(\\d{1,4}):)?([0-5]?\\d):([0-5]\\d)[.,](\\d{3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s+(.*))?");
    private static final Pattern SETTING = Pattern.compile("vertical:(rl|lr)"
            + "|line:-?\\d{1,4}(\\.\\d{1,4})?%?(,(start|center|end))?"
            + "|position:\\d{1,3}(\\.\\d{1,4})?%(,(line-left|center|line-right))?"
            + "|size:\\d{1,3}(\\.\\d{1,4})?%"
            + "|align:(start|center|end|left|right)");

    /** The cue of a line of times, without its text yet; empty when it is none, or ends before it begins. */
    static Optional<Cue> at(String line) {
        var times = TIMES.matcher(line);
        if (!times.matches()) return Optional.empty();
        var from = millis(times, 1);
        var to = millis(times, 5);
        return from < to ? Optional.of(new Cue(from, to, settings(times.group(9)), "")) : Optional.empty();
    }

    Cue saying(String words) {
        return new Cue(from, to, settings, words);
    }

    String print() {
        return time(from) + " --> " + time(to) + settings + '\n' + text + '\n';
    }

    private static long millis(MatchResult times, int group) {
        var hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        var minutes = hours * 60 + Long.parseLong(times.group(group + 1));
        return (minutes * 60 + Long.parseLong(times.group(group + 2))) * 1000 + Long.parseLong(times.group(group + 3));
    }

    private static String settings(String given) {
        return given == null
                ? ""
                : Stream.of(given.split("\\s+"))
                        .filter(one -> SETTING.matcher(one).matches())
                        .map(one -> " " + one)
                        .distinct()
                        .collect(Collectors.joining());
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
