package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.platform.database.QueryPlans;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everybody, for administrators alone: whatever the state of the account, by name. */
@Repository
@Transactional(readOnly = true)
class Roster {

    private static final int SITES = 500;
    private static final int ATTRIBUTES = 100;
    private static final int FETCH = 500;

    /** Read along the indexes of names, addresses and numbers: a condition with "or" over everybody would read everybody. */
    private static final String CALLED = """
            p.id in (select id from person where folded_name like '%' || fold(:q) || '%'
                     union select id from person where lower(email) like '%' || lower(:q) || '%'
                     union select person_id from person_external_id where lower(external_id) like lower(:q) || '%')""";

    private static final String HOLDING = """
            jsonb_exists(p.attributes, :attribute)
            and fold(p.attributes ->> :attribute) like '%' || fold(:value) || '%'""";

    private static final String WAITING = """
            p.state = 'not_invited' and p.kind in ('employee', 'guest') and p.email is not null and p.deleted_at is null""";

    private final JdbcClient jdbc;
    private final QueryPlans plans;

    Roster(JdbcClient jdbc, QueryPlans plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    Slice<RosterEntry> list(RosterFilter filter, @Nullable Cursor after, int limit) {
        planFor(filter);
        var rows = jdbc.sql("select " + RosterEntry.COLUMNS + " from person p where p.deleted_at is null and "
                        + among(filter)
                        + """
                           and (p.sort_name, p.id) > (:afterName, :afterId)
                         order by p.sort_name, p.id
                         limit :limit
                        """)
                .params(parameters(filter))
                .param("afterName", after == null ? "" : after.key())
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(RosterEntry::of)
                .list();
        return Slice.of(rows, limit, RosterEntry::cursor);
    }

    /** All of them, one after the other, without holding them all at once. */
    void each(RosterFilter filter, Consumer<RosterEntry> reader) {
        jdbc.sql("select " + RosterEntry.COLUMNS + " from person p where p.deleted_at is null and " + among(filter)
                        + " order by p.sort_name, p.id")
                .withFetchSize(FETCH)
                .params(parameters(filter))
                .query((RowCallbackHandler) row -> reader.accept(RosterEntry.of(row, 0)));
    }

    /** The next of them whom nobody has invited and who can be, in order of their numbers. */
    List<PersonId> waiting(RosterFilter filter, PersonId after, int most) {
        return jdbc.sql("select p.id from person p where " + WAITING + " and " + among(filter) + """
                   and p.id > :after
                 order by p.id
                 limit :most
                """)
                .params(parameters(filter))
                .param("after", after.value())
                .param("most", most)
                .query((row, number) -> new PersonId(row.getLong("id")))
                .list();
    }

    RosterEntry find(PersonId person) {
        return jdbc.sql("select " + RosterEntry.COLUMNS + " from person p where p.deleted_at is null and p.id = :id")
                .param("id", person.value())
                .query(RosterEntry::of)
                .optional()
                .orElseThrow(() -> new NotFound("person"));
    }

    RosterCounts counts(RosterFilter filter) {
        planFor(filter);
        var states = jdbc.sql("select p.state, count(*) filter (where " + among(filter) + """
                       ) as found,
                       count(*) filter (where p.kind in ('employee', 'guest')) as people,
                       count(*) filter (where\s""" + WAITING + " and "
                        + among(filter) + """
                       ) as waiting
                  from person p
                 where p.deleted_at is null
                 group by p.state
                """)
                .params(parameters(filter))
                .query(Roster::count)
                .list();
        return RosterCounts.of(states);
    }

    List<String> sites() {
        return jdbc.sql("""
                select distinct site from person where deleted_at is null and site is not null order by site limit :most
                """)
                .param("most", SITES)
                .query((row, number) -> row.getString("site"))
                .list();
    }

    /** The further columns that directories brought of people. */
    List<String> attributes() {
        return jdbc.sql("""
                select distinct key
                  from person p cross join jsonb_object_keys(p.attributes) key
                 where p.deleted_at is null and p.attributes <> '{}'
                 order by key
                 limit :most
                """)
                .param("most", ATTRIBUTES)
                .query((row, number) -> row.getString("key"))
                .list();
    }

    private void planFor(RosterFilter filter) {
        if (!filter.q().isEmpty() || !filter.value().isEmpty()) {
            plans.madeToMeasure();
        }
    }

    private static RosterCounts.State count(ResultSet row, int number) throws SQLException {
        return new RosterCounts.State(
                row.getString("state"), row.getLong("people"), row.getLong("waiting"), row.getLong("found"));
    }

    private static String among(RosterFilter filter) {
        var kinds = switch (filter.role()) {
            case "" -> "p.kind in ('employee', 'guest')";
            case "guest", "former" -> "p.kind = :role";
            default -> "p.id in (select person_id from network_role where role = :role)";
        };
        return kinds
                + (filter.state().isEmpty() ? "" : " and p.state = :state")
                + (filter.site().isEmpty() ? "" : " and p.site = :site")
                + (filter.value().isEmpty() ? "" : " and " + HOLDING)
                + (filter.q().isEmpty() ? "" : " and " + CALLED);
    }

    private static Map<String, Object> parameters(RosterFilter filter) {
        return Map.of(
                "state", filter.state(),
                "site", filter.site(),
                "role", filter.role(),
                "attribute", filter.attribute(),
                "value", PlainText.literally(filter.value()),
                "q", PlainText.literally(filter.q()));
    }
}
