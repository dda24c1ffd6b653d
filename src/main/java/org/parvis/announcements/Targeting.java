package org.parvis.announcements;

import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom an announcement is brought to, of those who may read it: whoever fits in every list that is not empty. Nothing is
 * hidden from the others.
 */
public record Targeting(
        List<String> departments,
        List<String> sites,
        List<String> countries,
        List<String> jobTitles,
        List<Long> communities) {

    /** The most values of one list. */
    static final int MOST = 100;

    /** The longest value, in characters. */
    static final int VALUE = 300;

    static final Targeting EVERYBODY = new Targeting(List.of(), List.of(), List.of(), List.of(), List.of());

    /** People {@code t} whom {@code a} from announcement reaches, where {@code p} is its post. */
    static final String OF_ANNOUNCEMENT =
            "targeted_people(a.departments, a.sites, a.countries, a.job_titles, a.communities, p.community_id) t";

    /** People {@code t} whom {@link #parameters} and {@code :place} reach. */
    static final String OF_PARAMETERS = "targeted_people(:departments::text[], :sites::text[], :countries::text[],"
            + " :jobTitles::text[], :communities::bigint[], :place::bigint) t";

    /** @throws Invalid when a list is too long, or holds what is no country or no id */
    static Targeting of(
            List<String> departments,
            List<String> sites,
            List<String> countries,
            List<String> jobTitles,
            List<String> communities) {
        var ids = clean(communities);
        if (!ids.stream().allMatch(id -> id.matches("[1-9][0-9]{0,17}"))) {
            throw new Invalid("audience", "announcements.no-community");
        }
        var lands = clean(countries);
        if (!lands.stream().allMatch(land -> land.matches("[A-Z]{2}"))) {
            throw new Invalid("audience", "announcements.no-country");
        }
        return new Targeting(
                clean(departments),
                clean(sites),
                lands,
                clean(jobTitles),
                ids.stream().map(Long::valueOf).toList());
    }

    private static List<String> clean(List<String> values) {
        if (values.size() > MOST) {
            throw new Invalid("audience", "announcements.too-many", MOST);
        }
        return values.stream()
                .map(value -> PlainText.optionalName("audience", value, VALUE))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("departments", departments.toArray(String[]::new));
        parameters.put("sites", sites.toArray(String[]::new));
        parameters.put("countries", countries.toArray(String[]::new));
        parameters.put("jobTitles", jobTitles.toArray(String[]::new));
        parameters.put("communities", communities.toArray(Long[]::new));
        return parameters;
    }
}
