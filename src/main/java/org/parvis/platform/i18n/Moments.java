package org.parvis.platform.i18n;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Days and times as people here write them: “mardi”, “3 mars”, “14 h 12”; “Tuesday”, “3 March”, “14:12”. */
public final class Moments {

    private static final String FULL_DAY = DateFormat.YEAR_MONTH_DAY;

    private static final Map<Locale, RelativeDateTimeFormatter> RELATIVE = new ConcurrentHashMap<>();
    private static final Map<Spoken, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H'\u00A0h'");
    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("H'\u00A0h\u00A0'mm");

    /** What is written, by ICU's skeleton of it, in which language. */
    private record Spoken(Locale locale, String skeleton) {}

    /** Hour and minute, of 24 hours in every language. */
    public static String time(Locale locale, ZonedDateTime at) {
        if (locale.getLanguage().equals("fr")) {
            return (at.getMinute() == 0 ? HOUR : HOUR_AND_MINUTE).format(at);
        } else {
            return format(locale, "Hm", at);
        }
    }

    /** The day, whose year is said only where it is not this one. */
    public static String day(Locale locale, ZonedDateTime at, LocalDate today) {
        return format(locale, at.getYear() == today.getYear() ? DateFormat.MONTH_DAY : FULL_DAY, at);
    }

    /** Day, year and time: for a tooltip or where the exact moment matters. */
    public static String full(Locale locale, ZonedDateTime at) {
        return format(locale, FULL_DAY, at) + ", " + time(locale, at);
    }

    /** How long ago, as one says it: “20 min ago”, “yesterday”, the day of the week, then the date. */
    public static String ago(Locale locale, ZonedDateTime at, ZonedDateTime now) {
        var age = Duration.between(at, now);
        var days = now.toLocalDate().toEpochDay() - at.toLocalDate().toEpochDay();
        var relative = relative(locale);
        if (age.toMinutes() < 1) {
            return relative.format(Direction.PLAIN, AbsoluteUnit.NOW);
        } else if (age.toHours() < 1) {
            return relative.format(age.toMinutes(), Direction.LAST, RelativeUnit.MINUTES);
        } else if (days == 0) {
            return relative.format(age.toHours(), Direction.LAST, RelativeUnit.HOURS);
        } else if (days == 1) {
            return relative.format(Direction.LAST, AbsoluteUnit.DAY);
        } else if (days < 7) {
            return format(locale, DateFormat.WEEKDAY, at);
        } else {
            return day(locale, at, now.toLocalDate());
        }
    }

    /** A moment to come, as one names it after “by”: “16:30”, “tomorrow 10:00”, “Thursday 16:00”, then the date and time. */
    public static String by(Locale locale, ZonedDateTime at, ZonedDateTime now) {
        var days = at.toLocalDate().toEpochDay() - now.toLocalDate().toEpochDay();
        var time = time(locale, at);
        if (days == 0) {
            return time;
        } else if (days == 1) {
            return relative(locale).format(Direction.NEXT, AbsoluteUnit.DAY) + " " + time;
        } else if (days > 1 && days < 7) {
            return format(locale, DateFormat.WEEKDAY, at) + " " + time;
        } else if (locale.getLanguage().equals("fr")) {
            return "le " + day(locale, at, now.toLocalDate()) + " à " + time;
        } else {
            return day(locale, at, now.toLocalDate()) + ", " + time;
        }
    }

    /** How long something lasts or took, as one says it: “35 min”, “2 h 35”, “3 days”. */
    public static String lasting(Locale locale, Duration duration) {
        var measures = MeasureFormat.getInstance(region(locale), MeasureFormat.FormatWidth.SHORT);
        if (duration.toMinutes() < 60) {
            return measures.format(new Measure(Math.max(1, duration.toMinutes()), MeasureUnit.MINUTE));
        } else if (duration.toHours() >= 48) {
            return MeasureFormat.getInstance(region(locale), MeasureFormat.FormatWidth.WIDE)
                    .format(new Measure(duration.toDays(), MeasureUnit.DAY));
        } else {
            return hours(locale, duration, measures);
        }
    }

    private static String hours(Locale locale, Duration duration, MeasureFormat measures) {
        var hours = new Measure(duration.toHours(), MeasureUnit.HOUR);
        var minutes = duration.toMinutesPart();
        if (minutes == 0) {
            return measures.format(hours);
        } else if (locale.getLanguage().equals("fr")) {
            return duration.toHours() + "\u00A0h\u00A0" + String.format(Locale.ROOT, "%02d", minutes);
        } else {
            return measures.formatMeasures(hours, new Measure(minutes, MeasureUnit.MINUTE));
        }
    }

    private static RelativeDateTimeFormatter relative(Locale locale) {
        return RELATIVE.computeIfAbsent(
                locale,
                spoken -> RelativeDateTimeFormatter.getInstance(
                        region(spoken),
                        null,
                        RelativeDateTimeFormatter.Style.SHORT,
                        DisplayContext.CAPITALIZATION_NONE));
    }

    private static String format(Locale locale, String skeleton, ZonedDateTime at) {
        return FORMATS.computeIfAbsent(new Spoken(locale, skeleton), Moments::formatter)
                .format(at);
    }

    // ICU knows how the language writes it, Java's formatter writes it for many threads at once.
    private static DateTimeFormatter formatter(Spoken spoken) {
        var region = region(spoken.locale());
        var pattern = DateTimePatternGenerator.getInstance(region).getBestPattern(spoken.skeleton());
        return DateTimeFormatter.ofPattern(pattern, region.toLocale());
    }

    // Our English is the world’s, not that of the United States: the day before the month.
    private static ULocale region(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? new ULocale("en_001") : ULocale.forLocale(locale);
    }

    private Moments() {}
}
