package org.parvis.notifications;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What somebody was told on one day of theirs. */
public record NotificationDay(LocalDate day, List<Notification> told) {

    static List<NotificationDay> of(List<Notification> told, ZoneId zone) {
        var byDay = told.stream()
                .collect(Collectors.groupingBy(
                        notification -> LocalDate.ofInstant(notification.at(), zone),
                        TreeMap::new,
                        Collectors.toList()));
        return byDay.descendingMap().entrySet().stream()
                .map(entry -> new NotificationDay(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The heading's name in the page. */
    public String anchor() {
        return "day_" + day;
    }
}
