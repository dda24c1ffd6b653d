package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who works here, as one viewer may find them: employees who have not left, by name. */
@Repository
@Transactional(readOnly = true)
public class Directory {

    private static final int VALUES = 12;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page of people in the order of their names. */
    public Slice<Colleague> list(Viewer viewer, DirectoryFilter filter, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s, p.department, p.expertise, p.time_zone, p.sort_name,
                       exists (select from person_follow f where f.follower_id = :viewer and f.followed_id = p.id) as followed
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   %s
                   and (p.sort_name, p.id) > (:afterName, :afterId)
                 order by p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), conditions(filter)))
                .params(parameters(viewer, filter))
                .param("afterName", after == null ? "" : after.key())
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(Colleague.Row::of)
                .list();
        return Slice.of(rows, limit, Colleague.Row::cursor).map(Colleague.Row::colleague);
    }

    /** Best guesses for what is being typed: those whose name begins so before the others. */
    public List<PersonCard> suggest(Viewer viewer, String q, int limit) {
        var filter = DirectoryFilter.named(q);
        if (filter.words().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select %s
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   %s
                 order by p.folded_name not like fold(:word0) || '%%', p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), conditions(filter)))
                .params(parameters(viewer, filter))
                .param("limit", limit)
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    /** How many the filter leaves. */
    public long count(Viewer viewer, DirectoryFilter filter) {
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

    /** The values of each facet with their numbers under the other filters, the most frequent first, a dozen each. */
    public Map<Facet, List<FacetCount>> facets(Viewer viewer, DirectoryFilter filter) {
        var values = Arrays.stream(Facet.values())
                .map(facet -> values(facet, filter))
                .collect(Collectors.joining("\n union all\n"));
        var sql = """
                with p as materialized (
                    select organisation, department, site, country
                      from visible_people(:viewer) p
                     where p.kind = 'employee' and p.state <> 'deactivated'
                       %s
                )
                %s
                """.formatted(words(filter), values);
        return jdbc
                .sql(sql)
                .params(parameters(viewer, filter))
                .query((row, number) -> new FacetCount(
                        Facet.valueOf(row.getString("facet")),
                        row.getString("value"),
                        row.getLong("people"),
                        row.getLong("of")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(FacetCount::facet));
    }

    /** All values of one facet by their name, with their numbers under the other filters. */
    public Slice<FacetCount> values(
            Viewer viewer, DirectoryFilter filter, Facet facet, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select p.%1$s as value, count(*) as people
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
                .query((row, number) -> new FacetCount(facet, row.getString("value"), row.getLong("people"), 0))
                .list();
        return Slice.of(rows, limit, last -> new Cursor(last.value(), 0));
    }

    // The value that is chosen stays among them, however rare it is.
    private static String values(Facet facet, DirectoryFilter filter) {
        return """
                (select '%1$s' as facet, p.%2$s as value, count(*) as people, count(*) over () as of
                   from p
                  where p.%2$s is not null
                    %3$s
                  group by p.%2$s
                  order by p.%2$s = any(:%2$s::text[]) desc, count(*) desc, p.%2$s
                  limit %4$d)
                """.formatted(facet.name(), facet.code(), chosen(filter.without(facet)), VALUES);
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
