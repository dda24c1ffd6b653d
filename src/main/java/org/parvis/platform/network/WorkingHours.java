package org.parvis.platform.network;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
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

    public boolean contains(Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        return days.contains(day.getDayOfWeek())
                && !at.isBefore(moment(day, from, zone))
                && at.isBefore(moment(day, until, zone));
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
                .map(day -> moment(day, from, zone))
                .filter(beginning -> !beginning.isBefore(at))
                .findFirst()
                .orElseThrow();
    }

    // An hour that the clocks leave out begins when they go on.
    private static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
