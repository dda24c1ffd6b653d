package org.parvis.questions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** What is promised to those who ask: an answer within so many working hours of a calendar. */
public record Promise(int hours, WorkingCalendar calendar) {

    /** What a network promises that has promised nothing yet: a day of its machine's zone. */
    static Promise usual() {
        return new Promise(
                8,
                new WorkingCalendar(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        ZoneId.systemDefault(),
                        null));
    }

    /** When an answer is due to what is asked at that moment. */
    public Instant due(Instant asked) {
        return calendar.after(asked, Duration.ofHours(hours));
    }

    /** How many whole hours a working day has. */
    public int dayHours() {
        return Math.toIntExact(calendar.day().toHours());
    }
}
