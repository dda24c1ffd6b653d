package org.parvis.questions;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The public holidays of whole countries, as Jollyday knows them; read when a country is first asked for. */
final class Holidays {

    private record CountryYear(String country, int year) {}

    private static final LoadingCache<CountryYear, Set<LocalDate>> KNOWN =
            Caffeine.newBuilder().maximumSize(200).build(Holidays::read);

    private Holidays() {}

    /** The countries whose holidays are known, by ISO 3166-1 in capitals. */
    static Set<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z]{2}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean on(String country, LocalDate day) {
        return KNOWN.get(new CountryYear(country, day.getYear())).contains(day);
    }

    private static Set<LocalDate> read(CountryYear asked) {
        return HolidayManager.getInstance(ManagerParameters.create(asked.country.toLowerCase(Locale.ROOT)))
                .getHolidays(Year.of(asked.year), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
