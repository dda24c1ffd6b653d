package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.QueryPlans;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who works here, as one viewer may find them: employees who have not left, by name. */
@Repository
@Transactional(readOnly = true)
public class Directory {

    private static final int VALUES = 12;

    private final JdbcClient jdbc;
    private final QueryPlans plans;
    private final KnownFacets known;

    Directory(JdbcClient jdbc, QueryPlans plans, KnownFacets known) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.known = known;
    }

    /** One page of people in the order of their names. */
    public Slice<Colleague> list(Viewer viewer, DirectoryFilter filter, @Nullable Cursor after, int limit) {
        planFor(filter);
        var rows = jdbc.sql("""
                select %s, p.department, p.expertise, p.time_zone, p.sort_name,
                       exists (select from person_follow f where f.follower_id = :viewer and f.followed_id = p.id) as followed
                  from %s p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   %s
                   and (p.sort_name, p.id) > (:afterName, :afterId)
                 order by p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), sought(filter), chosen(filter)))
                .params(parameters(viewer, filter))
                .param("afterName", after == null ? "" : after.key())
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(Colleague.Row::of)
                .list();
        return Slice.of(rows, limit, Colleague.Row::cursor).map(Colleague.Row::colleague);
    }

    /** Best guesses for what is being typed: those whose name begins so before those who have it elsewhere in it. */
    public List<PersonCard> suggest(Viewer viewer, String q, int limit) {
        var filter = DirectoryFilter.named(q);
        if (filter.words().isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashSet<>(beginning(viewer, filter, limit));
        if (found.size() < limit) found.addAll(containing(viewer, filter, limit));
        return found.stream().limit(limit).toList();
    }

    private List<PersonCard> beginning(Viewer viewer, DirectoryFilter filter, int limit) {
        return jdbc.sql(NameBeginnings.select("p.kind = 'employee' and p.state <> 'deactivated'"))
                .param("viewer", viewer.id().value())
                .param("typed", filter.q())
                .param("limit", limit)
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    private List<PersonCard> containing(Viewer viewer, DirectoryFilter filter, int limit) {
        planFor(filter);
        return jdbc.sql("""
                select %s
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   %s
                 order by p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), conditions(filter)))
                .params(parameters(viewer, filter))
                .param("limit", limit)
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    /** How many the filter leaves. */
    public long count(Viewer viewer, DirectoryFilter filter) {
        planFor(filter);
        return jdbc.sql("""
                select count(*)
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   %s
                """.formatted(conditions(filter)))
                .params(parameters(viewer, filter))
                .query(Long.class)
                .single();
    }

    /**
     * How many the filter leaves, and the values of each facet with their numbers under the other filters, the most
     * frequent first, a dozen each. Everybody is looked at once; the value that is chosen stays, however rare it is.
     */
    public Facets facets(Viewer viewer, DirectoryFilter filter) {
        return known.of(viewer, filter, () -> counted(viewer, filter));
    }

    private Facets counted(Viewer viewer, DirectoryFilter filter) {
        planFor(filter);
        var sql = """
                with counted as (
                    select case %1$s else 'ALL' end as facet,
                           coalesce(%2$s) as value,
                           case %3$s else count(*) filter (where true %4$s) end as people
                      from visible_people(:viewer) p
                     where p.kind = 'employee' and p.state <> 'deactivated'
                       %5$s
                     group by grouping sets (%6$s, ())
                ),
                ranked as (
                    select facet, value, people, count(*) over (partition by facet) as of,
                           row_number() over (partition by facet order by value = any (:chosen::text[]) desc, people desc, value) as nth
                      from counted
                     where facet = 'ALL' or value is not null and people > 0
                )
                select facet, value, people, of from ranked where nth <= :values order by facet, nth
                """.formatted(
                        each(" ", facet -> "when grouping(p.%s) = 0 then '%s'".formatted(facet.code(), facet.name())),
                        each(", ", facet -> "p." + facet.code()),
                        each(
                                " ",
                                facet -> "when grouping(p.%s) = 0 then count(*) filter (where true %s)"
                                        .formatted(facet.code(), chosen(filter.without(facet)))),
                        chosen(filter),
                        words(filter),
                        each(", ", facet -> "(p." + facet.code() + ")"));
        var counted = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        var people = new AtomicLong();
        jdbc.sql(sql)
                .params(parameters(viewer, filter))
                .param(
                        "chosen",
                        filter.chosen().values().stream().flatMap(List::stream).toArray(String[]::new))
                .param("values", VALUES)
                .query((RowCallbackHandler) row -> {
                    if (row.getString("facet").equals("ALL")) {
                        people.set(row.getLong("people"));
                    } else {
                        var count = count(Facet.valueOf(row.getString("facet")), row);
                        counted.computeIfAbsent(count.facet(), facet -> new ArrayList<>())
                                .add(count);
                    }
                });
        return new Facets(people.get(), counted);
    }

    private static String each(String between, Function<Facet, String> part) {
        return Arrays.stream(Facet.values()).map(part).collect(Collectors.joining(between));
    }

    private static FacetCount count(Facet facet, ResultSet row) throws SQLException {
        return new FacetCount(facet, row.getString("value"), row.getLong("people"), row.getLong("of"));
    }

    /** All values of one facet by their name, with their numbers under the other filters. */
    public Slice<FacetCount> values(
            Viewer viewer, DirectoryFilter filter, Facet facet, @Nullable Cursor after, int limit) {
        planFor(filter);
        var rows = jdbc.sql("""
                select p.%1$s as value, count(*) as people, 0 as of
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated' and p.%1$s > :after
                   %2$s
                 group by p.%1$s
                 order by p.%1$s
                 limit :limit
                """.formatted(facet.code(), conditions(filter.without(facet))))
                .params(parameters(viewer, filter))
                .param("after", after == null ? "" : after.key())
                .param("limit", limit + 1)
                .query((row, number) -> count(facet, row))
                .list();
        return Slice.of(rows, limit, last -> new Cursor(last.value(), 0));
    }

    // Without “offset 0” PostgreSQL would walk through the whole alphabet, hoping to meet the name soon.
    private static String sought(DirectoryFilter filter) {
        return filter.words().isEmpty()
                ? "visible_people(:viewer)"
                : "(select * from visible_people(:viewer) p where true" + words(filter) + " offset 0)";
    }

    private static String conditions(DirectoryFilter filter) {
        return words(filter) + chosen(filter);
    }

    private static String words(DirectoryFilter filter) {
        return IntStream.range(0, filter.words().size())
                .mapToObj(nth -> " and p.folded_name like '%' || fold(:word" + nth + ") || '%'")
                .collect(Collectors.joining());
    }

    private static String chosen(DirectoryFilter filter) {
        return filter.chosen().keySet().stream()
                .map(facet -> " and p.%1$s = any(:%1$s::text[])".formatted(facet.code()))
                .collect(Collectors.joining());
    }

    private void planFor(DirectoryFilter filter) {
        if (!filter.words().isEmpty()) {
            plans.madeToMeasure();
        }
    }

    private static Map<String, Object> parameters(Viewer viewer, DirectoryFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("viewer", viewer.id().value());
        for (var facet : Facet.values()) {
            parameters.put(facet.code(), filter.of(facet).toArray(String[]::new));
        }
        var words = filter.words();
        for (var nth = 0; nth < words.size(); nth++) {
            parameters.put("word" + nth, words.get(nth));
        }
        return parameters;
    }
}
