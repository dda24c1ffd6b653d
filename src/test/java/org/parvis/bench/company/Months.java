package org.parvis.bench.company;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** The months (UTC) of which there is a journal: the last thirteen, from the day on. */
final class Months {

    private static final int KEPT = 13;

    private final long since;
    private final List<YearMonth> all;
    private final long[] begins;

    Months(Blueprint company) {
        var end = company.until().atOffset(ZoneOffset.UTC);
        since = Math.max(company.start(), end.minusMonths(KEPT).toEpochSecond() * Rhythm.SECOND);
        var first = YearMonth.from(Instant.ofEpochSecond(since / Rhythm.SECOND).atOffset(ZoneOffset.UTC));
        var count = (int) first.until(YearMonth.from(end), ChronoUnit.MONTHS) + 1;
        all = IntStream.range(0, count).mapToObj(first::plusMonths).toList();
        begins = all.stream()
                .mapToLong(month -> month.atDay(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * Rhythm.SECOND)
                .toArray();
    }

    List<YearMonth> all() {
        return all;
    }

    /** From when on there is a journal. */
    long since() {
        return since;
    }

    /** Which month it is in; -1 before there is a journal. */
    int of(long moment) {
        if (moment < since) return -1;
        var month = all.size() - 1;
        while (month > 0 && moment < begins[month]) month--;
        return month;
    }

    /** As the journal names the table of a month. */
    static String name(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("uuuu_MM"));
    }
}
