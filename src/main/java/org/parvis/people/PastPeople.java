package org.parvis.people;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Who took part in conversations of the past: people the directory knows by their personal address, and former members
 * without an account for everybody else, whom a later directory may claim by the same address.
 */
@Service
public class PastPeople {

    /** A person brought, as they are here; {@code colleague} is whoever has an account or may get one. */
    public record Found(PersonId id, String name, boolean colleague, boolean isNew) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    PastPeople(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everyone brought, by their key. At most a few hundred at once; nobody is changed who was here before. */
    @Transactional
    public Map<String, Found> bring(String source, Collection<BroughtPerson> brought) {
        // Two imports at once would otherwise both find nobody and both make somebody.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parvis past people'))")
                .query((row, number) -> number)
                .list();
        var found = new HashMap<>(byKey(source, brought));
        var strangers = brought.stream()
                .filter(person -> !found.containsKey(person.key()))
                .toList();
        var colleagues = byEmail(strangers);
        var met = new ArrayList<BroughtPerson>();
        var unknown = new ArrayList<BroughtPerson>();
        strangers.forEach(person -> (colleagues.containsKey(address(person)) ? met : unknown).add(person));
        met.forEach(person -> found.put(person.key(), Objects.requireNonNull(colleagues.get(address(person)))));
        remember(source, met, found);
        found.putAll(make(source, unknown));
        return found;
    }

    /** How many of those brought the directory knows, changing nothing. */
    @Transactional(readOnly = true)
    public long colleagues(String source, List<BroughtPerson> brought) {
        var known = byKey(source, brought);
        var byEmail = byEmail(brought);
        return brought.stream()
                .map(person -> known.getOrDefault(person.key(), byEmail.get(address(person))))
                .filter(found -> found != null && found.colleague())
                .count();
    }

    private Map<String, Found> byKey(String source, Collection<BroughtPerson> brought) {
        return jdbc
                .sql("""
                select x.external_id as key, p.id, p.name, p.kind, p.state
                  from person_external_id x
                  join person p on p.id = x.person_id
                 where x.source = :source and x.external_id = any (:keys) and p.deleted_at is null
                """)
                .param("source", source)
                .param("keys", Columns.texts(brought, BroughtPerson::key))
                .query((row, number) -> Map.entry(row.getString("key"), found(row, false)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Found> byEmail(List<BroughtPerson> strangers) {
        return jdbc
                .sql("""
                select lower(p.email) as email, p.id, p.name, p.kind, p.state
                  from person p
                 where lower(p.email) = any (:emails) and p.deleted_at is null
                """)
                .param("emails", Columns.texts(strangers, PastPeople::address))
                .query((row, number) -> Map.entry(row.getString("email"), found(row, false)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void remember(String source, List<BroughtPerson> met, Map<String, Found> found) {
        jdbc.sql("""
                insert into person_external_id (source, external_id, person_id)
                select :source, key, person from unnest(:keys::text[], :people::bigint[]) as met (key, person)
                on conflict (source, external_id) do update set person_id = excluded.person_id
                """)
                .param("source", source)
                .param("keys", Columns.texts(met, BroughtPerson::key))
                .param(
                        "people",
                        Columns.numbers(
                                met,
                                person -> Objects.requireNonNull(found.get(person.key()))
                                        .id()
                                        .value()))
                .update();
    }

    private Map<String, Found> make(String source, List<BroughtPerson> unknown) {
        var made = jdbc
                .sql("""
                with brought as materialized (
                    select nextval(pg_get_serial_sequence('person', 'id')) as id, *
                      from unnest(:keys::text[], :names::text[], :emails::text[], :titles::text[], :zones::text[], :kinds::text[])
                        as person (key, name, email, title, zone, kind)
                ), made as (
                    insert into person (id, kind, name, email, job_title, time_zone, created_at, updated_at)
                    overriding system value
                    select id, kind, name, email, title, zone, :now, :now from brought
                )
                insert into person_external_id (source, external_id, person_id)
                select :source, key, id from brought
                on conflict (source, external_id) do update set person_id = excluded.person_id
                returning external_id, person_id
                """)
                .param("source", source)
                .param("keys", Columns.texts(unknown, BroughtPerson::key))
                .param("names", Columns.texts(unknown, BroughtPerson::name))
                .param("emails", Columns.texts(unknown, BroughtPerson::email))
                .param("titles", Columns.texts(unknown, BroughtPerson::jobTitle))
                .param("zones", Columns.texts(unknown, BroughtPerson::timeZone))
                .param(
                        "kinds",
                        Columns.texts(
                                unknown, person -> (person.program() ? PersonKind.SERVICE : PersonKind.FORMER).code()))
                .param("now", utc(clock.instant()))
                .query((row, number) -> Map.entry(row.getString(1), new PersonId(row.getLong(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        journal.appendAll(made.values().stream()
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .map(person -> Activity.byTheNetwork()
                        .create(Reference.to("person", person.value()))
                        .quietly())
                .toList());
        return unknown.stream()
                .collect(Collectors.toMap(
                        BroughtPerson::key,
                        person ->
                                new Found(Objects.requireNonNull(made.get(person.key())), person.name(), false, true)));
    }

    private static String address(BroughtPerson person) {
        return person.email() == null ? "" : person.email().toLowerCase(Locale.ROOT);
    }

    private static Found found(ResultSet row, boolean isNew) throws SQLException {
        var kind = PersonKind.of(row.getString("kind"));
        return new Found(
                new PersonId(row.getLong("id")),
                row.getString("name"),
                (kind == PersonKind.EMPLOYEE || kind == PersonKind.GUEST)
                        && !row.getString("state").equals("deactivated"),
                isNew);
    }
}
