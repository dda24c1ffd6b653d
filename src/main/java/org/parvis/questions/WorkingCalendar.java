package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.network.WorkingHours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When people work: days of the week, from one hour to another, on the clocks of a zone, but not on the public holidays of
 * a country. Counts time that passes, so that a night in which clocks are set loses or gains nothing.
 */
record WorkingCalendar(
        WorkingHours hours, ZoneId zone, @Nullable String country) {

    // Nobody promises so much that it takes longer; a calendar of holidays alone ends here.
    private static final int YEARS = 20;

    WorkingCalendar(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, ZoneId zone, @Nullable String country) {
        this(new WorkingHours(days, opens, closes), zone, country);
    }

    /** The moment at which so much working time has passed. */
    Instant after(Instant from, Duration work) {
        var left = work;
        var day = from.atZone(zone).toLocalDate();
        for (var last = day.plusYears(YEARS); day.isBefore(last); day = day.plusDays(1)) {
            var begins = later(from, hours.begin(day, zone));
            var open = isWorking(day) ? positive(Duration.between(begins, hours.end(day, zone))) : Duration.ZERO;
            if (open.compareTo(left) >= 0 && !open.isZero()) {
                return begins.plus(left);
            }
            left = left.minus(open);
        }
        return from.plus(work);
    }

    /** How much working time lies between two moments, of which the second may be years away but not decades. */
    Duration between(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var day = from.atZone(zone).toLocalDate();
        var last = earlier(to.atZone(zone).toLocalDate(), day.plusYears(YEARS));
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorking(day)) {
                sum = sum.plus(positive(
                        Duration.between(later(from, hours.begin(day, zone)), earlier(to, hours.end(day, zone)))));
            }
        }
        return sum;
    }

    /** Three quarters of the working time until then; of all time where none of it is working time. */
    Instant threeQuarters(Instant from, Instant to) {
        var work = between(from, to);
        return work.isZero()
                ? from.plus(Duration.between(from, to).multipliedBy(3).dividedBy(4))
                : after(from, work.multipliedBy(3).dividedBy(4));
    }

    /** Whether people whose clocks are those of the zone work at that moment. */
    boolean isOpen(Instant at, ZoneId theirs) {
        return hours.contains(at, theirs) && !isHoliday(LocalDate.ofInstant(at, theirs));
    }

    /** How many hours a day has. */
    Duration day() {
        return Duration.between(hours.from(), hours.until());
    }

    // A zone that changes sides of the date line has days that never were.
    private boolean isWorking(LocalDate day) {
        return hours.days().contains(day.getDayOfWeek())
                && hours.begin(day, zone).atZone(zone).toLocalDate().equals(day)
                && !isHoliday(day);
    }

    private boolean isHoliday(LocalDate day) {
        return country != null && Holidays.on(country, day);
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
