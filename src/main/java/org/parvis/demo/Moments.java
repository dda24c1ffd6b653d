package org.parvis.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Times as the script writes them, “three days ago at 09:12”, as instants that have passed. */
final class Moments {

    private static final Pattern DAYS = Pattern.compile("-(\\d+)d (\\d\\d:\\d\\d)");
    private static final Pattern LENGTH = Pattern.compile("(\\d+)([mhd])");
    private static final Duration JUST_NOW = Duration.ofMinutes(3);

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Instant now;

    Moments(Instant now) {
        this.now = now;
    }

    /** By the clock of whoever speaks. */
    Instant ago(String words, ZoneId zone) {
        var match = DAYS.matcher(words);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a time: " + words);
        }
        var at = now.atZone(zone)
                .toLocalDate()
                .minusDays(Long.parseLong(match.group(1)))
                .atTime(LocalTime.parse(match.group(2)))
                .atZone(zone)
                .toInstant();
        return at.isBefore(now.minus(JUST_NOW)) ? at : at.minus(Duration.ofDays(1));
    }

    /** When the answers to a post were given, in their order; those still to come are drawn together. */
    List<Instant> after(Instant post, List<String> lengths) {
        var offsets = lengths.stream().map(Moments::length).toList();
        var longest = offsets.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        var room = Duration.between(post, now.minus(JUST_NOW));
        var times = new ArrayList<Instant>();
        var last = post;
        for (var offset : offsets) {
            var at = post.plus(longest.compareTo(room) <= 0 ? offset : scaled(offset, room, longest));
            last = at.isAfter(last) ? at : last.plus(A_MOMENT);
            times.add(last);
        }
        return times;
    }

    /** Some time in the day after something was said. */
    Instant soonAfter(Instant said, double chance) {
        var room = Duration.between(said, now);
        var day = Duration.ofHours(30);
        return said.plus(scaled(room.compareTo(day) < 0 ? room : day, (long) (chance * chance * 1000), 1000));
    }

    private static Duration scaled(Duration offset, Duration room, Duration longest) {
        return scaled(offset, room.toSeconds(), longest.toSeconds());
    }

    private static Duration scaled(Duration length, long part, long whole) {
        return Duration.ofSeconds(length.toSeconds() * part / whole);
    }

    private static Duration length(String words) {
        var match = LENGTH.matcher(words);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a length of time: " + words);
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
