package org.parvis.access;

import org.parvis.platform.network.WorkingHours;
import org.parvis.platform.web.Invalid;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;

/** Working hours as they are typed and as the audit list writes them. */
final class WorkingTimes {

    static WorkingHours of(List<String> days, String from, String until) {
        var known = days.stream()
                .filter(day -> day.matches("[1-7]"))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
        if (known.isEmpty()) {
            throw new Invalid("days", "access.network.hours.none");
        }
        var begin = time("from", from);
        var end = time("until", until);
        if (!begin.isBefore(end)) {
            throw new Invalid("until", "access.network.hours.order");
        }
        return new WorkingHours(known, begin, end);
    }

    /** Such as {@code 1, 2, 3}, Monday being the first. */
    static String days(WorkingHours hours) {
        return hours.days().stream()
                .sorted()
                .map(day -> String.valueOf(day.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeParseException noTime) {
            throw new Invalid(field, "access.network.hours.time");
        }
    }

    private WorkingTimes() {}
}
