package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Dates as one file writes them. 03/04/2019 is a day of April in most of the world and of March in an American file;
 * which it is, the other dates of the file tell.
 */
enum Dates {
    DAY_FIRST("(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})(?: .*)?"),
    MONTH_FIRST("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4})(?: .*)?");

    // Two digits for the year could be any century, and a day without a year any: neither is guessed.
    private static final List<Pattern> UNMISTAKABLE = Stream.of(
                    "(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?:[T ].*)?",
                    "(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})(?:\\d{2,6}(?:\\.\\d+)?Z?)?",
                    "(?<d>\\d{1,2})[-.](?<m>\\d{1,2})[-.](?<y>\\d{4})(?: .*)?",
                    "(?<d>\\d{1,2})(?:er|st|nd|rd|th)?[- ](?<m>\\p{L}{3,9})[-., ]{1,2}(?<y>\\d{4})(?: .*)?",
                    "(?<m>\\p{L}{3,9})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})(?: .*)?")
            .map(Pattern::compile)
            .toList();
    private static final Pattern SLASHED = Pattern.compile("(?<!\\d)(\\d{1,2})/(\\d{1,2})/\\d{4}(?!\\d)");
    // How the months begin in English and French.
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb", "fev"),
            List.of("mar"),
            List.of("apr", "avr"),
            List.of("may", "mai"),
            List.of("jun", "juin"),
            List.of("jul", "juil"),
            List.of("aug", "aou"),
            List.of("sep"),
            List.of("oct"),
            List.of("nov"),
            List.of("dec"));

    private final Pattern slashed;

    Dates(String slashed) {
        this.slashed = Pattern.compile(slashed);
    }

    /** Reads all the lines: one 14/3/2019 or 3/14/2019 tells. */
    static Dates of(Lines lines) throws IOException {
        long dayFirst = 0;
        long monthFirst = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.text().indexOf('/') >= 0) {
                for (var date = SLASHED.matcher(line.text()); date.find(); ) {
                    dayFirst += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
                    monthFirst += Integer.parseInt(date.group(2)) > 12 ? 1 : 0;
                }
            }
        }
        return monthFirst > dayFirst ? MONTH_FIRST : DAY_FIRST;
    }

    @Nullable
    LocalDate date(String value) {
        return Stream.concat(UNMISTAKABLE.stream(), Stream.of(slashed))
                .map(shape -> shape.matcher(value))
                .filter(Matcher::matches)
                .findFirst()
                .map(Dates::date)
                .orElse(null);
    }

    private static @Nullable LocalDate date(Matcher written) {
        try {
            int year = Integer.parseInt(written.group("y"));
            return year < 1900 || year > 2100
                    ? null
                    : LocalDate.of(year, month(written.group("m")), Integer.parseInt(written.group("d")));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int month(String written) {
        var name = Words.plain(written);
        return Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : 1 + monthNamed(name);
    }

    private static int monthNamed(String name) {
        int month = MONTHS.size() - 1;
        while (month >= 0 && MONTHS.get(month).stream().noneMatch(name::startsWith)) {
            month--;
        }
        return month;
    }
}
