package org.parvis.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

class WorkingHoursTests {

    private static final WorkingHours USUAL = NetworkHours.USUAL;

    @ParameterizedTest
    @CsvSource({
        // In the hours, at their edges, at night, on Friday evening, at the weekend.
        "2026-12-07T09:00, 2026-12-07T09:00, Europe/Paris",
        "2026-12-07T08:00, 2026-12-07T08:00, Europe/Paris",
        "2026-12-07T07:59, 2026-12-07T08:00, Europe/Paris",
        "2026-12-07T18:00, 2026-12-08T08:00, Europe/Paris",
        "2026-12-07T22:00, 2026-12-08T08:00, Europe/Paris",
        "2026-12-11T19:00, 2026-12-14T08:00, Europe/Paris",
        "2026-12-12T10:00, 2026-12-14T08:00, Europe/Paris",
        // The clocks go on in the night of 29 March and back in that of 25 October.
        "2026-03-27T19:00, 2026-03-30T08:00, Europe/Paris",
        "2026-10-23T19:00, 2026-10-26T08:00, Europe/Paris",
        // The same moment is another day elsewhere.
        "2026-12-07T22:00, 2026-12-08T08:00, Asia/Kolkata",
        "2026-12-13T20:00, 2026-12-14T08:00, Pacific/Auckland"
    })
    void whatComesOutsideTheHoursWaitsForThem(LocalDateTime then, LocalDateTime until, ZoneId zone) {
        var at = then.atZone(zone);
        var next = until.atZone(zone);
        assertThat(USUAL.next(at.toInstant(), at.getZone()).atZone(at.getZone()))
                .isEqualTo(next);
        assertThat(USUAL.contains(at.toInstant(), at.getZone())).isEqualTo(at.equals(next));
    }

    @Test
    void theHourIsTheOneOnTheWallOnBothSidesOfAChangeOfTheClocks() {
        var paris = ZoneId.of("Europe/Paris");
        assertThat(USUAL.next(Instant.parse("2026-03-27T20:00:00Z"), paris))
                .isEqualTo(Instant.parse("2026-03-30T06:00:00Z"));
        assertThat(USUAL.next(Instant.parse("2026-10-23T20:00:00Z"), paris))
                .isEqualTo(Instant.parse("2026-10-26T07:00:00Z"));
    }

    @Test
    void whatBeginsInTheHourThatIsLeftOutBeginsAfterIt() {
        var sundays = new WorkingHours(Set.of(java.time.DayOfWeek.SUNDAY), LocalTime.of(2, 30), LocalTime.of(9, 0));
        var paris = ZoneId.of("Europe/Paris");
        assertThat(sundays.next(Instant.parse("2026-03-28T12:00:00Z"), paris).atZone(paris))
                .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Paris]"));
    }

    @Test
    void theNextBeginningIsNeverTheOneThatIsOver() {
        var paris = ZoneId.of("Europe/Paris");
        assertThat(USUAL.nextBeginning(Instant.parse("2026-12-07T07:00:00Z"), paris))
                .isEqualTo(Instant.parse("2026-12-07T07:00:00Z"));
        assertThat(USUAL.nextBeginning(Instant.parse("2026-12-07T07:00:00.001Z"), paris))
                .isEqualTo(Instant.parse("2026-12-08T07:00:00Z"));
    }

    @Test
    void thereIsADayAndAnHourAtLeast() {
        assertThatThrownBy(() -> new WorkingHours(Set.of(), LocalTime.of(8, 0), LocalTime.of(18, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingHours(USUAL.days(), LocalTime.of(8, 0), LocalTime.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
