package org.parvis.imports.people;

import com.ibm.icu.util.TimeZone;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What single values mean. Whatever cannot be understood is null. */
final class Values {

    // Two digits for the year could be any century, and 03/04 without a year any month: neither is guessed.
    private static final Map<Pattern, DateTimeFormatter> DATES = Map.of(
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?:[T ].*)?"), dates("uuuu-M-d"),
            Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}(?: .*)?"), dates("d/M/uuuu"),
            Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}(?: .*)?"), dates("d.M.uuuu"),
            Pattern.compile("\\d{1,2}-\\d{1,2}-\\d{4}"), dates("d-M-uuuu"),
            Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2}"), dates("uuuu/M/d"));
    private static final Pattern TIME_OF_DAY = Pattern.compile("[T ].*$");
    private static final Pattern REGION = Pattern.compile("^([A-Za-z]{2,3})[-_].*");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]|[\\u200B\\u2060\\uFEFF]");
    private static final Pattern GAPS = Pattern.compile("\\s+");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Map<String, String> LANGUAGES = Places.languages();
    private static final Map<String, String> COUNTRIES = Places.countries();
    private static final Set<String> DESK = Set.of(
            "desk",
            "desk worker",
            "office",
            "headquarters",
            "white collar",
            "bureau",
            "poste de bureau",
            "siege",
            "tertiaire",
            "sedentaire",
            "administratif",
            "col blanc");
    private static final Set<String> FIELD = Set.of(
            "field",
            "field worker",
            "frontline",
            "shop floor",
            "non desk",
            "deskless",
            "blue collar",
            "terrain",
            "atelier",
            "production",
            "usine",
            "magasin",
            "chantier",
            "itinerant",
            "mobile",
            "col bleu");

    private Values() {}

    interface Reading<T> {
        @Nullable
        T of(String value);
    }

    static @Nullable LocalDate date(String value) {
        var day = TIME_OF_DAY.matcher(value).replaceFirst("");
        return DATES.entrySet().stream()
                .filter(shape -> shape.getKey().matcher(value).matches())
                .findFirst()
                .map(shape -> date(day, shape.getValue()))
                .orElse(null);
    }

    static @Nullable String language(String value) {
        return LANGUAGES.get(Words.plain(REGION.matcher(value).replaceFirst("$1")));
    }

    static @Nullable String country(String value) {
        return COUNTRIES.get(Words.plain(value));
    }

    static @Nullable String timeZone(String value) {
        return ZONES.contains(value) ? value : TimeZone.getIDForWindowsID(value, null);
    }

    static @Nullable Population population(String value) {
        var words = Words.plain(value);
        return DESK.contains(words) ? Population.DESK : FIELD.contains(words) ? Population.FIELD : null;
    }

    static String withoutControls(String value) {
        return CONTROLS.matcher(value).replaceAll("");
    }

    /** Without characters nobody sees, with single spaces. */
    static String cleaned(String value) {
        return isPlain(value)
                ? value
                : GAPS.matcher(withoutControls(value)).replaceAll(" ").strip();
    }

    // Nearly every value is clean already; the expressions would take longer than all the rest.
    private static boolean isPlain(String value) {
        char before = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' && !Character.isLetterOrDigit(c) || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** At most so many characters, never half of one. */
    static String cut(String value, int limit) {
        int end = Math.min(limit, value.length());
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end);
    }

    /** Enough of a value to recognise it in a report. */
    static String excerpt(String value) {
        return value.length() <= 60 ? value : cut(value, 60) + "…";
    }

    private static @Nullable LocalDate date(String day, DateTimeFormatter format) {
        try {
            var date = LocalDate.parse(day, format);
            return date.getYear() < 1900 || date.getYear() > 2100 ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static DateTimeFormatter dates(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
