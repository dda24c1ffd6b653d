package org.parvis.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Times as the script writes them, “the day before at 09:12”, as instants that have passed: “-1d” is the last time that
 * it was so late. Work is not done at weekends, and nobody answers while they sleep.
 */
final class Moments {

    private static final Pattern DAYS = Pattern.compile("-(\\d+)d (\\d\\d:\\d\\d)");
    private static final Pattern LENGTH = Pattern.compile("(\\d+)([mhd])");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Duration JUST_NOW = Duration.ofMinutes(3);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final LocalTime BEDTIME = LocalTime.of(22, 30);
    private static final LocalTime UP = LocalTime.of(5, 30);
    private static final LocalTime MORNING = LocalTime.of(6, 15);
    private static final LocalTime CLOSING = LocalTime.of(17, 40);

    private final Instant now;

    Moments(Instant now) {
        this.now = now;
    }

    /** By the clock of whoever speaks; {@code anyDay} at weekends too. */
    Instant ago(String words, ZoneId zone, boolean anyDay) {
        var match = DAYS.matcher(words);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a time: " + words);
        }
        var time = LocalTime.parse(match.group(2));
        var latest = passed(instant(today(zone), time, zone))
                ? today(zone)
                : today(zone).minusDays(1);
        var day = latest.minusDays(Long.parseLong(match.group(1)) - 1);
        return instant(anyDay ? day : workday(day, time, zone), time, zone);
    }

    // Saturday's is said on Friday, Sunday's on Monday, if Monday has been.
    private LocalDate workday(LocalDate day, LocalTime time, ZoneId zone) {
        if (!WEEKEND.contains(day.getDayOfWeek())) {
            return day;
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY && passed(instant(monday(day), time, zone))
                ? monday(day)
                : day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    }

    /** The evening of the last workday before this one, when people looked last. */
    Instant lastVisit(ZoneId zone) {
        var day = today(zone).minusDays(1);
        return instant(workday(day, CLOSING, zone), CLOSING, zone);
    }

    /** An answer, so long after the post, by somebody in that zone. */
    record Delay(String length, ZoneId zone) {}

    /** When the answers to a post were given, in their order; those still to come are drawn together. */
    List<Instant> after(Instant post, List<Delay> delays, boolean anyDay) {
        var times = new ArrayList<Instant>();
        var last = post;
        for (var delay : delays) {
            var at = awake(post.plus(length(delay.length())), delay.zone(), anyDay);
            last = at.isAfter(last) ? at : awake(last.plus(A_MOMENT), delay.zone(), anyDay);
            times.add(last);
        }
        return passed(last) ? times : drawnTogether(post, delays);
    }

    private Instant awake(Instant said, ZoneId zone, boolean anyDay) {
        var local = said.atZone(zone);
        var time = local.toLocalTime();
        var day = local.toLocalDate();
        if (time.isAfter(BEDTIME) || time.isBefore(UP)) {
            var asleep = Math.floorMod(
                    Duration.between(BEDTIME, time).toMinutes(),
                    Duration.ofDays(1).toMinutes());
            day = time.isAfter(BEDTIME) ? day.plusDays(1) : day;
            time = MORNING.plusMinutes(asleep / 3);
        }
        return instant(anyDay || !WEEKEND.contains(day.getDayOfWeek()) ? day : monday(day), time, zone);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private List<Instant> drawnTogether(Instant post, List<Delay> delays) {
        var offsets = delays.stream().map(delay -> length(delay.length())).toList();
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

    private LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now, zone);
    }

    private boolean passed(Instant at) {
        return at.isBefore(now.minus(JUST_NOW));
    }

    private static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
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
