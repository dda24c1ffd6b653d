package org.parvis.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

class WorkingCalendarTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final WorkingCalendar FRANCE = week(PARIS, "FR");

    @ParameterizedTest(name = "asked {0}, {1} h: due {2} ({3})")
    @CsvSource({
        "2026-03-03T10:00, 8, 2026-03-04T10:00, the same time on the next day",
        "2026-03-03T09:00, 8, 2026-03-03T17:00, a whole day",
        "2026-03-03T14:12, 2, 2026-03-03T16:12, the same day",
        "2026-03-03T16:30, 4, 2026-03-04T12:30, the rest of a day and some of the next",
        "2026-03-03T23:40, 8, 2026-03-04T17:00, at night",
        "2026-03-03T06:00, 1, 2026-03-03T10:00, before the day begins",
        "2026-03-06T15:00, 8, 2026-03-09T15:00, on a Friday",
        "2026-03-07T11:00, 8, 2026-03-09T17:00, on a Saturday",
        "2026-03-08T23:59, 1, 2026-03-09T10:00, on a Sunday night",
        "2026-04-03T12:00, 8, 2026-04-07T12:00, before Easter Monday",
        "2026-12-24T16:00, 8, 2026-12-28T16:00, before Christmas on a Friday",
        "2026-12-31T09:00, 40, 2027-01-07T17:00, across New Year",
        "2026-05-13T10:00, 8, 2026-05-15T10:00, before Ascension",
        "2026-03-27T16:00, 8, 2026-03-30T16:00, across the night that loses an hour",
        "2026-10-23T16:00, 8, 2026-10-26T16:00, across the night that gains an hour",
        "2026-03-03T10:00, 400, 2026-05-18T10:00, fifty days and four holidays",
    })
    void countsWorkingHours(LocalDateTime asked, int hours, LocalDateTime due, String when) {
        assertThat(FRANCE.after(paris(asked), Duration.ofHours(hours))).as(when).isEqualTo(paris(due));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} min")
    @CsvSource({
        "2026-03-03T10:00, 2026-03-03T12:35, 155",
        "2026-03-03T16:00, 2026-03-04T10:00, 120",
        "2026-03-06T16:00, 2026-03-09T10:00, 120",
        "2026-03-07T10:00, 2026-03-08T10:00, 0",
        "2026-04-03T16:00, 2026-04-07T10:00, 120",
        "2026-03-03T12:00, 2026-03-03T10:00, 0",
    })
    void measuresWorkingTime(LocalDateTime from, LocalDateTime to, long minutes) {
        assertThat(FRANCE.between(paris(from), paris(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void reachesThreeQuartersInWorkingTime() {
        var asked = paris(LocalDateTime.of(2026, 3, 6, 15, 0));

        assertThat(FRANCE.threeQuarters(asked, FRANCE.after(asked, Duration.ofHours(8))))
                .isEqualTo(paris(LocalDateTime.of(2026, 3, 9, 13, 0)));
    }

    @Test
    void reachesThreeQuartersOfANightByTheClock() {
        var asked = paris(LocalDateTime.of(2026, 3, 3, 20, 0));

        assertThat(FRANCE.threeQuarters(asked, asked.plus(Duration.ofHours(4))))
                .isEqualTo(asked.plus(Duration.ofHours(3)));
    }

    // In Samoa there was no 30 December 2011; in Cairo clocks jump at midnight.
    @Test
    void livesWithDaysThatAreMissing() {
        var samoa = week(ZoneId.of("Pacific/Apia"), null);
        var asked = LocalDateTime.of(2011, 12, 29, 16, 0).atZone(samoa.zone()).toInstant();

        assertThat(samoa.after(asked, Duration.ofHours(2)).atZone(samoa.zone()).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2012, 1, 2, 10, 0));
    }

    @Test
    void countsTheTimeThatPassesWhenClocksAreSetDuringWork() {
        var nights = new WorkingCalendar(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 0), LocalTime.of(8, 0), PARIS, null);
        var asked = paris(LocalDateTime.of(2026, 3, 29, 0, 0));

        assertThat(nights.after(asked, Duration.ofHours(7))).isEqualTo(paris(LocalDateTime.of(2026, 3, 29, 8, 0)));
    }

    @Test
    void ordersOtherWeeks() {
        var dubai = new WorkingCalendar(
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(12, 0), PARIS, null);

        assertThat(dubai.after(paris(LocalDateTime.of(2026, 3, 2, 11, 0)), Duration.ofHours(2)))
                .isEqualTo(paris(LocalDateTime.of(2026, 3, 8, 9, 0)));
    }

    @Test
    void knowsWhoIsAtWork() {
        var tuesday = Instant.parse("2026-03-03T14:00:00Z");

        assertThat(FRANCE.isOpen(tuesday, PARIS)).isTrue();
        assertThat(FRANCE.isOpen(tuesday, ZoneId.of("Asia/Kolkata"))).isFalse();
        assertThat(FRANCE.isOpen(Instant.parse("2026-03-07T14:00:00Z"), PARIS)).isFalse();
    }

    @Test
    void knowsTheHolidaysOfManyCountries() {
        assertThat(Holidays.countries()).hasSizeGreaterThan(60).contains("FR", "IN", "MX", "MA", "DE", "PL", "GB");
        assertThat(week(PARIS, "MX").isOpen(Instant.parse("2026-09-16T08:00:00Z"), PARIS))
                .isFalse();
    }

    private static WorkingCalendar week(ZoneId zone, @Nullable String country) {
        return new WorkingCalendar(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0),
                zone,
                country);
    }

    private static Instant paris(LocalDateTime at) {
        return at.atZone(PARIS).toInstant();
    }
}
