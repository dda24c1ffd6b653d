package org.parvis.announcements;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.conversation.Composing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an announcement's form asks: whom to bring it to, and how many people these are. */
@Component
class AnnouncementForm {

    /** The names of the lists in the form, as in the API. */
    static final List<String> AUDIENCE = List.of("departments", "sites", "countries", "jobTitles", "communities");

    /** As many values of each list are shown, the most frequent ones and those that are chosen. */
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Fragments fragments;

    AnnouncementForm(JdbcClient jdbc, Fragments fragments) {
        this.jdbc = jdbc;
        this.fragments = fragments;
    }

    Content fields(Page page, Viewer viewer, Composing composing, List<String> languages) {
        var others = languages.stream()
                .filter(language -> !language.equals(viewer.locale().getLanguage()))
                .toList();
        return fragments.of(
                "announcements/fields",
                Map.of(
                        "page",
                        page,
                        "composing",
                        composing,
                        "choices",
                        choices(page, viewer, composing.form()),
                        "languages",
                        others,
                        "reach",
                        reach(page, viewer, composing.community().orElse(null), composing.form())));
    }

    /** How many people it is brought to, and who may read it. */
    Content reach(Page page, Viewer viewer, @Nullable Community place, MultiValueMap<String, String> form) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("page", page);
        parameters.put("place", place);
        parameters.put("people", count(viewer, place, targeting(form)));
        return fragments.of("announcements/reach", parameters);
    }

    // Communities whose members the viewer may not see are no condition: their number would tell who is in them.
    private long count(Viewer viewer, @Nullable Community place, Targeting targeting) {
        return jdbc.sql("select count(*) from %s where t.id <> :viewer"
                        .formatted(Targeting.OF_PARAMETERS.replace(
                                ":communities::bigint[]",
                                "array(select c.id from readable_communities(:viewer) c"
                                        + " where c.id = any (:communities::bigint[]))")))
                .params(targeting.parameters())
                .param("viewer", viewer.id().value())
                .param("place", place == null ? null : place.id().value())
                .query(Long.class)
                .single();
    }

    static TargetingJson audience(MultiValueMap<String, String> form) {
        return new TargetingJson(
                values(form, "departments"),
                values(form, "sites"),
                values(form, "countries"),
                values(form, "jobTitles"),
                values(form, "communities"));
    }

    // What cannot be taken is said when the form is sent.
    private static Targeting targeting(MultiValueMap<String, String> form) {
        try {
            return audience(form).targeting();
        } catch (Invalid invalid) {
            return Targeting.EVERYBODY;
        }
    }

    private static List<@Nullable String> values(MultiValueMap<String, String> form, String name) {
        return new ArrayList<>(form.getOrDefault(name, List.of()));
    }

    private Map<String, List<TargetChoice>> choices(Page page, Viewer viewer, MultiValueMap<String, String> form) {
        var choices = new LinkedHashMap<String, List<TargetChoice>>();
        AUDIENCE.forEach(list -> choices.put(list, new ArrayList<>()));
        jdbc.sql("""
                with counted as (
                    select case when grouping(p.department) = 0 then 'departments' when grouping(p.site) = 0 then 'sites'
                                when grouping(p.country) = 0 then 'countries' else 'jobTitles' end as list,
                           coalesce(p.department, p.site, p.country, p.job_title) as value, '' as name, count(*) as people
                      from visible_people(:viewer) p
                     where p.kind = 'employee' and p.state <> 'deactivated'
                     group by grouping sets ((p.department), (p.site), (p.country), (p.job_title))
                    union all
                    select 'communities', c.id::text, c.name,
                           (select count(*) from membership m where m.community_id = c.id)
                      from readable_communities(:viewer) c
                     where c.archived_at is null
                ),
                ranked as (
                    select *, list || ' ' || value = any (:chosen::text[]) as chosen,
                           row_number() over (partition by list
                                              order by list || ' ' || value = any (:chosen::text[]) desc, people desc, value) as nth
                      from counted
                     where value is not null
                )
                select list, value, name, people, chosen from ranked where nth <= :shown order by list, fold(name || value)
                """)
                .param("viewer", viewer.id().value())
                .param("chosen", chosen(form))
                .param("shown", SHOWN)
                .query((RowCallbackHandler) row -> {
                    var list = row.getString("list");
                    var value = row.getString("value");
                    var label = label(page, list, value, row.getString("name"));
                    choices.getOrDefault(list, new ArrayList<>())
                            .add(new TargetChoice(value, label, row.getLong("people"), row.getBoolean("chosen")));
                });
        return choices;
    }

    private static String[] chosen(MultiValueMap<String, String> form) {
        return AUDIENCE.stream()
                .flatMap(list -> form.getOrDefault(list, List.of()).stream().map(value -> list + " " + value))
                .filter(value -> value.indexOf('\0') < 0)
                .toArray(String[]::new);
    }

    private static String label(Page page, String list, String value, String name) {
        return switch (list) {
            case "countries" -> Locale.of("", value).getDisplayCountry(page.locale());
            case "communities" -> name;
            default -> value;
        };
    }
}
