package org.parvis.announcements;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.conversation.Composing;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Folded;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What an announcement's form asks: whom to bring it to, and how many people these are. */
@Component
class AnnouncementForm {

    /** The names of the lists in the form, as in the API. */
    static final List<String> AUDIENCE = List.of("departments", "sites", "countries", "jobTitles", "communities");

    /** As many values of each list are shown, the most frequent ones and those that are chosen. */
    private static final int SHOWN = 100;

    private static final int FOUND = 8;
    private static final int LOOKED_AT = 300;

    private static final String PLACES = """
            select c.id::text as value, c.name, c.members::bigint as people
              from readable_communities(:viewer) c
             where c.archived_at is null
            """;

    private final JdbcClient jdbc;
    private final Fragments fragments;

    AnnouncementForm(JdbcClient jdbc, Fragments fragments) {
        this.jdbc = jdbc;
        this.fragments = fragments;
    }

    Content fields(Page page, Viewer viewer, Composing composing, List<String> languages) {
        var lists = lists(viewer, composing.form());
        var others = languages.stream()
                .filter(language -> !language.equals(viewer.locale().getLanguage()) || says(composing, language))
                .toList();
        return fragments.of(
                "announcements/fields",
                Map.of(
                        "page",
                        page,
                        "composing",
                        composing,
                        "lists",
                        lists,
                        "languages",
                        others,
                        "reach",
                        reach(page, viewer, composing.community().orElse(null), chosen(lists))));
    }

    private static MultiValueMap<String, String> chosen(List<TargetList> lists) {
        var form = new LinkedMultiValueMap<String, String>();
        lists.forEach(list -> list.choices().stream()
                .filter(TargetChoice::chosen)
                .forEach(choice -> form.add(list.name(), choice.value())));
        return form;
    }

    private static boolean says(Composing composing, String language) {
        return !composing.typed("title-" + language).isEmpty()
                || !composing.typed("text-" + language).isEmpty();
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

    /** What a program asked for, as {@link #audience} reads it. */
    static void fill(MultiValueMap<String, String> form, TargetingJson audience) {
        put(form, "departments", audience.departments());
        put(form, "sites", audience.sites());
        put(form, "countries", audience.countries());
        put(form, "jobTitles", audience.jobTitles());
        put(form, "communities", audience.communities());
    }

    private static void put(MultiValueMap<String, String> form, String list, @Nullable List<@Nullable String> values) {
        if (values != null) {
            values.forEach(value -> form.add(list, value == null ? "" : value));
        }
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

    /** A few values of a list in which a word begins as typed, what is called so first, then what most people have. */
    List<TargetChoice> named(Viewer viewer, String list, String typed) {
        var sought = Folded.of(PlainText.sought(typed, Targeting.VALUE));
        if (sought.isEmpty()) return List.of();
        return values(viewer, list, list.equals("countries") ? "" : PlainText.sought(typed, Targeting.VALUE)).stream()
                .filter(choice -> Folded.begins(Folded.of(choice.label()), sought))
                .sorted(Comparator.comparing(
                        choice -> !Folded.of(choice.label()).equals(sought)))
                .limit(FOUND)
                .toList();
    }

    /**
     * What is asked for, with what stands in the form by name.
     *
     * @throws Invalid for {@code audience} when nothing is called so
     */
    AnnouncementDraft resolved(Viewer author, AnnouncementDraft draft) {
        if (draft.named() == null || draft.named().isEmpty()) return draft;
        var form = new LinkedMultiValueMap<String, String>();
        if (draft.audience() != null) fill(form, draft.audience());
        draft.named()
                .forEach((list, name) -> form.add(
                        list,
                        meant(author, list, name)
                                .orElseThrow(() -> new Invalid("audience", "announcements.nothing-named", name))));
        return draft.broughtTo(audience(form));
    }

    static Map<String, String> named(MultiValueMap<String, String> form) {
        var named = new LinkedHashMap<String, String>();
        AUDIENCE.forEach(list -> {
            var typed = form.getFirst(TargetList.field(list));
            if (typed != null && !typed.isBlank()) named.put(list, typed.strip());
        });
        return named;
    }

    private Optional<String> meant(Viewer viewer, String list, String name) {
        var sought = Folded.of(PlainText.sought(name, Targeting.VALUE));
        return named(viewer, list, name).stream()
                .filter(choice -> Folded.of(choice.label()).equals(sought))
                .map(TargetChoice::value)
                .findFirst();
    }

    private List<TargetChoice> values(Viewer viewer, String list, String typed) {
        return jdbc.sql("""
                select value, name, people
                  from (%s) counted
                 where fold(coalesce(name, value)) like '%%' || fold(:typed) || '%%'
                 order by fold(coalesce(name, value)) = fold(:typed) desc, people desc, value
                 limit :most
                """.formatted(list.equals("communities") ? PLACES : peopleBy(list)))
                .param("viewer", viewer.id().value())
                .param("typed", PlainText.literally(typed))
                .param("most", LOOKED_AT)
                .query((row, number) -> new TargetChoice(
                        row.getString("value"),
                        label(viewer.locale(), list, row.getString("value"), row.getString("name")),
                        row.getLong("people"),
                        false))
                .list();
    }

    private static String peopleBy(String list) {
        var column = switch (list) {
            case "departments" -> "department";
            case "sites" -> "site";
            case "countries" -> "country";
            case "jobTitles" -> "job_title";
            default -> throw new NotFound("list " + list);
        };
        return """
                select p.%1$s as value, null::text as name, count(*) as people
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated' and p.%1$s is not null
                 group by p.%1$s
                """.formatted(column);
    }

    private List<TargetList> lists(Viewer viewer, MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<>(named(form));
        var chosen = new LinkedMultiValueMap<String, String>();
        AUDIENCE.forEach(list -> form.getOrDefault(list, List.of()).stream()
                .filter(value -> value.indexOf('\0') < 0)
                .forEach(value -> chosen.add(list, value)));
        named(form)
                .forEach((list, name) -> meant(viewer, list, name).ifPresent(value -> {
                    chosen.add(list, value);
                    typed.remove(list);
                }));
        var choices = new LinkedMultiValueMap<String, TargetChoice>();
        var totals = new HashMap<String, Long>();
        jdbc.sql("""
                with counted as (
                    select case when grouping(p.department) = 0 then 'departments' when grouping(p.site) = 0 then 'sites'
                                when grouping(p.country) = 0 then 'countries' else 'jobTitles' end as list,
                           coalesce(p.department, p.site, p.country, p.job_title) as value, null as name, count(*) as people
                      from visible_people(:viewer) p
                     where p.kind = 'employee' and p.state <> 'deactivated'
                     group by grouping sets ((p.department), (p.site), (p.country), (p.job_title))
                    union all
                    select 'communities', places.value, places.name, places.people from (%s) places
                ),
                wanted as (
                    select distinct list, value from unnest(:lists::text[], :values::text[]) as wanted (list, value)
                ),
                ranked as (
                    select list, value, name, people, wanted.value is not null as chosen,
                           count(*) over (partition by list) as total,
                           row_number() over (partition by list
                                              order by wanted.value is not null desc, people desc, value) as nth
                      from counted
                      left join wanted using (list, value)
                     where value is not null
                    union all
                    select list, value, null, 0, true, 0, 0
                      from wanted
                     where value <> '' and list <> 'communities'
                       and not exists (select from counted where counted.list = wanted.list and counted.value = wanted.value)
                )
                select list, value, name, people, chosen, total
                  from ranked
                 where nth <= :shown
                 order by list, fold(coalesce(name, value))
                 limit 1000
                """.formatted(PLACES))
                .param("viewer", viewer.id().value())
                .param("lists", pairs(chosen, Map.Entry::getKey))
                .param("values", pairs(chosen, Map.Entry::getValue))
                .param("shown", SHOWN)
                .query((RowCallbackHandler) row -> {
                    var list = row.getString("list");
                    var value = row.getString("value");
                    choices.add(
                            list,
                            new TargetChoice(
                                    value,
                                    label(viewer.locale(), list, value, row.getString("name")),
                                    row.getLong("people"),
                                    row.getBoolean("chosen")));
                    totals.merge(list, row.getLong("total"), Math::max);
                });
        return AUDIENCE.stream()
                .map(list -> new TargetList(
                        list,
                        choices.getOrDefault(list, List.of()),
                        totals.getOrDefault(list, 0L),
                        typed.getOrDefault(list, "")))
                .toList();
    }

    private static String[] pairs(
            MultiValueMap<String, String> chosen, Function<Map.Entry<String, String>, String> part) {
        return chosen.entrySet().stream()
                .flatMap(list -> list.getValue().stream().map(value -> Map.entry(list.getKey(), value)))
                .map(part)
                .toArray(String[]::new);
    }

    private static String label(Locale language, String list, String value, @Nullable String name) {
        return list.equals("countries")
                ? Locale.of("", value).getDisplayCountry(language)
                : Objects.requireNonNullElse(name, value);
    }
}
