package org.parvis.imports.people;

import com.ibm.icu.util.TimeZone;
import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What single values mean. Whatever cannot be understood is null. */
final class Values {

    private static final Pattern REGION = Pattern.compile("^([A-Za-z]{2,3})[-_,;].*");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^)]*\\)$");
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

    private static final Set<String> LEFT = Set.of(
            "inactive",
            "inactif",
            "not active",
            "non actif",
            "terminated",
            "disabled",
            "desactive",
            "desactivee",
            "left",
            "leaver",
            "sorti",
            "sortie",
            "parti",
            "partie",
            "retired",
            "retraite",
            "retraitee",
            "false",
            "faux",
            "no",
            "non");

    private Values() {}

    interface Reading<T> {
        @Nullable
        T of(String value);
    }

    // fr-FR, fr_FR, “French (France)”, and what LDAP writes like a browser: “fr, en;q=0.8” (RFC 2798, 2.7).
    static @Nullable String language(String value) {
        var language = IN_BRACKETS.matcher(value).replaceFirst("");
        return LANGUAGES.get(Words.plain(REGION.matcher(language).replaceFirst("$1")));
    }

    static @Nullable String country(String value) {
        return COUNTRIES.get(Words.plain(value));
    }

    static @Nullable String timeZone(String value) {
        return ZONES.contains(value) ? value : TimeZone.getIDForWindowsID(value, null);
    }

    /** Whether a state is that of somebody who is not there any more. */
    static boolean saysLeft(String state) {
        return LEFT.contains(Words.plain(state));
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
}
