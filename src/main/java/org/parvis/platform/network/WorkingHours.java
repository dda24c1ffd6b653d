package org.parvis.platform.network;

import java.sql.Array;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The days and hours in which people may be written to, by the clock on their own wall; there is one day at least. */
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    private static final int WEEK = 7;

    public WorkingHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(until)) {
            throw new IllegalArgumentException("no working hours");
        }
    }

    /** As the database keeps them, days by ISO 8601: 1 is Monday. */
    public static WorkingHours of(Array days, LocalTime from, LocalTime until) throws SQLException {
        return new WorkingHours(
                Stream.of((Object[]) days.getArray())
                        .map(day -> DayOfWeek.of(((Number) day).intValue()))
                        .collect(Collectors.toSet()),
                from,
                until);
    }

    /** The days as the database keeps them. */
    public Short[] numbers() {
        return days.stream().map(day -> (short) day.getValue()).sorted().toArray(Short[]::new);
    }

    public boolean contains(Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        return days.contains(day.getDayOfWeek()) && !at.isBefore(begin(day, zone)) && at.isBefore(end(day, zone));
    }

    /** When they begin on that day, were it one of theirs. */
    public Instant begin(LocalDate day, ZoneId zone) {
        return moment(day, from, zone);
    }

    /** When they end on that day, were it one of theirs. */
    public Instant end(LocalDate day, ZoneId zone) {
        return moment(day, until, zone);
    }

    /** The moment itself, if they work then, else when they begin again. */
    public Instant next(Instant at, ZoneId zone) {
        return contains(at, zone) ? at : nextBeginning(at, zone);
    }

    /** When they next begin, at that moment or later. */
    public Instant nextBeginning(Instant at, ZoneId zone) {
        return Stream.iterate(LocalDate.ofInstant(at, zone), day -> day.plusDays(1))
                .limit(WEEK + 1)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> begin(day, zone))
                .filter(beginning -> !beginning.isBefore(at))
                .findFirst()
                .orElseThrow();
    }

    // An hour that the clocks leave out begins when they go on.
    private static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
