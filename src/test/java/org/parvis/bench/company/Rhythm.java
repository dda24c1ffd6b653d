package org.parvis.bench.company;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;

/** When people write: more by day than at night, on working days, outside August, and more from year to year. */
final class Rhythm {

    static final long SECOND = 1_000_000;
    static final long HOUR = 3_600 * SECOND;

    /** By the hour of the day (UTC), a company that is mostly, but not only, between Lisbon and Warsaw. */
    private static final double[] DAY = {
        .12, .10, .10, .12, .18, .28, .5, .85, 1, 1, .95, .8, .75, .9, .95, .9, .75, .5, .35, .3, .28, .25, .2, .15
    };

    private final long start;
    private final double[] before;

    Rhythm(Blueprint company) {
        start = company.start();
        var hours = (int) ((company.end() - start) / HOUR);
        before = new double[hours + 1];
        for (var hour = 0; hour < hours; hour++) {
            before[hour + 1] = before[hour] + weight(hour, hours);
        }
    }

    /** When so much of everything had been written: 0 at the beginning, 1 at the end; microseconds since 1970. */
    long at(double share) {
        var sought = share * before[before.length - 1];
        var found = Arrays.binarySearch(before, sought);
        var hour = Math.min(before.length - 2, found >= 0 ? found : -found - 2);
        var within = (sought - before[hour]) / (before[hour + 1] - before[hour]);
        return start + (long) ((hour + Math.min(within, .999_999)) * HOUR);
    }

    private double weight(int hour, int hours) {
        var time = Instant.ofEpochSecond((start + hour * HOUR) / SECOND).atOffset(ZoneOffset.UTC);
        var rest = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        var leave = time.getMonth() == Month.AUGUST || time.getMonth() == Month.DECEMBER && time.getDayOfMonth() > 20;
        return DAY[time.getHour()] * (rest ? .12 : 1) * (leave ? .5 : 1) * (1 + .6 * hour / hours);
    }
}
