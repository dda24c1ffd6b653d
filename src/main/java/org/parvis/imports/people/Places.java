package org.parvis.imports.people;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Countries and languages by code and by name, in English and French. */
final class Places {

    private static final List<Locale> TONGUES = List.of(Locale.ENGLISH, Locale.FRENCH);

    // Said every day, but not the names of the standard.
    private static final Map<String, String> SPOKEN_COUNTRIES = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("grande bretagne", "GB"),
            Map.entry("angleterre", "GB"),
            Map.entry("usa", "US"),
            Map.entry("u s a", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("etats unis d amerique", "US"),
            Map.entry("holland", "NL"),
            Map.entry("hollande", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("republique tcheque", "CZ"),
            Map.entry("south korea", "KR"),
            Map.entry("coree du sud", "KR"),
            Map.entry("russian federation", "RU"),
            Map.entry("turkey", "TR"),
            Map.entry("viet nam", "VN"),
            Map.entry("ivory coast", "CI"),
            Map.entry("hong kong", "HK"),
            Map.entry("macau", "MO"),
            Map.entry("uae", "AE"));

    private static final Map<String, String> OWN_NAMES = Map.of(
            "deutsch", "de", "espanol", "es", "italiano", "it", "portugues", "pt", "nederlands", "nl", "polski", "pl");

    private Places() {}

    static Map<String, String> countries() {
        var codes = new HashMap<>(SPOKEN_COUNTRIES);
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.putIfAbsent(Words.plain(code), code);
            codes.putIfAbsent(Words.plain(country.getISO3Country()), code);
            TONGUES.forEach(tongue -> codes.putIfAbsent(Words.plain(country.getDisplayCountry(tongue)), code));
        }
        return Map.copyOf(codes);
    }

    static Map<String, String> languages() {
        var codes = new HashMap<>(OWN_NAMES);
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            codes.putIfAbsent(code, code);
            codes.putIfAbsent(language.getISO3Language(), code);
            TONGUES.forEach(tongue -> codes.putIfAbsent(Words.plain(language.getDisplayLanguage(tongue)), code));
        }
        return Map.copyOf(codes);
    }
}
