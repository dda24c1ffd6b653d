package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody typed to promise something; days are numbers of ISO 8601, 1 is Monday. */
public record PromiseForm(
        @Nullable String hours,
        @Nullable List<String> days,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable String zone,
        @Nullable String country) {

    static PromiseForm of(Promise promise) {
        var calendar = promise.calendar();
        return new PromiseForm(
                String.valueOf(promise.hours()),
                calendar.hours().days().stream()
                        .map(day -> String.valueOf(day.getValue()))
                        .toList(),
                calendar.hours().from().toString(),
                calendar.hours().until().toString(),
                calendar.zone().getId(),
                calendar.country() == null ? "" : calendar.country());
    }

    public boolean on(DayOfWeek day) {
        return days != null && days.contains(String.valueOf(day.getValue()));
    }

    /** @throws Invalid naming every field that cannot be taken */
    Promise checked() {
        Invalid.unless(
                this::checkedHours, this::checkedDays, this::checkedTimes, this::checkedZone, this::checkedCountry);
        return new Promise(
                checkedHours(),
                new WorkingCalendar(
                        checkedDays(), time("opens", opens), time("closes", closes), checkedZone(), checkedCountry()));
    }

    private int checkedHours() {
        var typed = PromiseView.hours(hours);
        if (typed == null || typed < 1 || typed > Delay.MOST) {
            throw new Invalid("hours", "questions.within", Delay.MOST);
        }
        return typed;
    }

    private Set<DayOfWeek> checkedDays() {
        try {
            var chosen = (days == null ? List.<String>of() : days)
                    .stream().map(Integer::parseInt).map(DayOfWeek::of).collect(Collectors.toSet());
            if (!chosen.isEmpty()) return chosen;
        } catch (NumberFormatException | DateTimeException unknown) {
            throw new Invalid("days", "questions.promise.days.none");
        }
        throw new Invalid("days", "questions.promise.days.none");
    }

    private void checkedTimes() {
        if (time("closes", closes).isBefore(time("opens", opens).plusHours(1))
                || time("opens", opens).isAfter(LocalTime.of(22, 59))) {
            throw new Invalid("closes", "questions.promise.closes.early");
        }
    }

    private static LocalTime time(String field, @Nullable String typed) {
        try {
            return LocalTime.parse(typed == null ? "" : typed).withSecond(0).withNano(0);
        } catch (DateTimeException unreadable) {
            throw new Invalid(field, "questions.promise.time");
        }
    }

    private ZoneId checkedZone() {
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Invalid("zone", "questions.promise.zone.unknown");
        }
        return ZoneId.of(zone);
    }

    private @Nullable String checkedCountry() {
        if (country == null || country.isEmpty()) {
            return null;
        }
        if (!Holidays.countries().contains(country)) {
            throw new Invalid("country", "questions.promise.country.unknown");
        }
        return country;
    }
}
