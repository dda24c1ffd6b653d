package org.parvis.imports;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The directory's side of the rows of people, many at a time. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DirectoryRows {

    /** What a directory keeps of a person, in the order of the arrays below. */
    private static final String COLUMNS = """
            name, given_name, family_name, email, contact_email, job_title, department, organisation, unit, site, country,
            phone, language, time_zone, start_date, population, attributes""";

    private static final String INCOMING = """
            select * from unnest(:ids::bigint[], :keys::text[], :name::text[], :given::text[], :family::text[], :email::text[],
                                 :contact::text[], :job::text[], :department::text[], :organisation::text[], :unit::text[],
                                 :site::text[], :country::text[], :phone::text[], :language::text[], :zone::text[],
                                 :start::text[]::date[], :population::text[], :attributes::jsonb[])
                   as incoming (id, key, %s)""".formatted(COLUMNS);

    // Language and time zone are the person's as soon as they chose: the directory only proposes them.
    private static final String DIFFERS = """
            (p.name, p.given_name, p.family_name, p.contact_email, p.job_title, p.department, p.organisation, p.unit, p.site,
             p.country, p.phone, p.start_date, p.population, p.attributes, p.directory)
            is distinct from
            (i.name, i.given_name, i.family_name, i.contact_email, i.job_title, i.department, i.organisation, i.unit, i.site,
             i.country, i.phone, i.start_date, i.population, i.attributes, :source)
            or p.kind = 'former'
            or (i.email is not null and p.email is distinct from i.email)""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DirectoryRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Which of these people, all known, are not as their directory has them. */
    List<Long> differing(String source, List<DirectoryMatch> known, Map<String, List<String>> groups) {
        return jdbc.sql("with i as (" + INCOMING + ") select p.id from i join person p on p.id = i.id where " + DIFFERS)
                .params(arrays(known, groups))
                .param("source", source)
                .query((row, nth) -> row.getLong("id"))
                .list();
    }

    /** Writes what differs; whoever is as the directory has them is not touched. */
    void update(String source, List<DirectoryMatch> known, Map<String, List<String>> groups) {
        jdbc.sql("""
                with i as (%s)
                update person p
                   set name = i.name, given_name = i.given_name, family_name = i.family_name,
                       email = coalesce(i.email, p.email), contact_email = i.contact_email, job_title = i.job_title,
                       department = i.department, organisation = i.organisation, unit = i.unit, site = i.site,
                       country = i.country, phone = i.phone, language = coalesce(p.language, i.language),
                       time_zone = coalesce(p.time_zone, i.time_zone), start_date = i.start_date,
                       population = i.population, attributes = i.attributes, directory = :source,
                       kind = case p.kind when 'former' then 'employee' else p.kind end,
                       state = case when p.kind = 'former' then 'not_invited' else p.state end,
                       epoch = p.epoch + 1, updated_at = :now
                  from i
                 where p.id = i.id and (%s)
                """.formatted(INCOMING, DIFFERS))
                .params(arrays(known, groups))
                .param("source", source)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Makes new people and says their numbers by key. */
    Map<String, Long> insert(String source, List<DirectoryMatch> unknown, Map<String, List<String>> groups) {
        var made = new HashMap<String, Long>();
        jdbc.sql("""
                with incoming as (%s),
                numbered as (
                    select nextval(pg_get_serial_sequence('person', 'id')) as number, incoming.* from incoming
                ),
                made as (
                    insert into person (id, %s, directory, created_at, updated_at) overriding system value
                    select number, %s, :source, :now, :now from numbered
                ),
                linked as (
                    insert into person_external_id (source, external_id, person_id) select :source, key, number from numbered
                )
                select key, number from numbered
                """.formatted(INCOMING, COLUMNS, COLUMNS))
                .params(arrays(unknown, groups))
                .param("source", source)
                .param("now", utc(clock.instant()))
                .query((row, nth) -> made.put(row.getString("key"), row.getLong("number")))
                .list();
        return made;
    }

    /** Ties people who were known by their address, or came back, to their key in this source. */
    void link(String source, Collection<DirectoryMatch> known) {
        var people = known.stream().map(DirectoryMatch::person).toArray(Long[]::new);
        var keys = known.stream().map(DirectoryMatch::key).toArray(String[]::new);
        jdbc.sql(
                        "delete from person_external_id where source = :source and person_id = any(:people) and external_id <> all(:keys)")
                .param("source", source)
                .param("people", people)
                .param("keys", keys)
                .update();
        jdbc.sql("""
                insert into person_external_id (source, external_id, person_id)
                select :source, key, person from unnest(:keys::text[], :people::bigint[]) as known (key, person)
                on conflict (source, external_id) do update set person_id = excluded.person_id, missing_since = null
                """)
                .param("source", source)
                .param("people", people)
                .param("keys", keys)
                .update();
    }

    /** Gives people their managers; answers whose manager changed. */
    List<Long> managers(List<Long> people, List<@Nullable Long> managers) {
        return jdbc.sql("""
                update person p
                   set manager_id = i.manager, updated_at = :now
                  from unnest(:people::bigint[], :managers::bigint[]) as i (id, manager)
                 where p.id = i.id and p.manager_id is distinct from i.manager and i.manager is distinct from p.id
                returning p.id
                """)
                .param("people", people.toArray(Long[]::new))
                .param("managers", managers.toArray(Long[]::new))
                .param("now", utc(clock.instant()))
                .query((row, nth) -> row.getLong("id"))
                .list();
    }

    private Map<String, Object> arrays(List<DirectoryMatch> matches, Map<String, List<String>> groups) {
        var arrays = new HashMap<String, Object>();
        arrays.put("ids", matches.stream().map(DirectoryMatch::person).toArray(Long[]::new));
        texts(arrays, "keys", matches, DirectoryMatch::key);
        texts(arrays, "email", matches, DirectoryMatch::email);
        texts(arrays, "name", matches, match -> match.planned().entry().name());
        texts(arrays, "given", matches, match -> match.planned().entry().givenName());
        texts(arrays, "family", matches, match -> match.planned().entry().familyName());
        texts(arrays, "contact", matches, DirectoryRows::contact);
        texts(
                arrays,
                "job",
                matches,
                match -> match.planned().entry().occupation().jobTitle());
        texts(
                arrays,
                "department",
                matches,
                match -> match.planned().entry().occupation().department());
        texts(
                arrays,
                "organisation",
                matches,
                match -> match.planned().entry().occupation().organisation());
        texts(
                arrays,
                "unit",
                matches,
                match -> match.planned().entry().occupation().unit());
        texts(
                arrays,
                "site",
                matches,
                match -> match.planned().entry().occupation().site());
        texts(
                arrays,
                "country",
                matches,
                match -> match.planned().entry().occupation().country());
        texts(
                arrays,
                "phone",
                matches,
                match -> match.planned().entry().occupation().phone());
        texts(arrays, "language", matches, match -> match.planned().entry().language());
        texts(arrays, "zone", matches, match -> match.planned().entry().timeZone());
        texts(arrays, "start", matches, DirectoryRows::start);
        texts(arrays, "population", matches, DirectoryRows::population);
        texts(arrays, "attributes", matches, match -> attributes(match, groups.get(match.key())));
        return arrays;
    }

    private static void texts(
            Map<String, Object> arrays,
            String name,
            List<DirectoryMatch> matches,
            Function<DirectoryMatch, @Nullable String> value) {
        arrays.put(name, matches.stream().map(value).toArray(String[]::new));
    }

    private static @Nullable String start(DirectoryMatch match) {
        var start = match.planned().entry().occupation().startDate();
        return start == null ? null : start.toString();
    }

    // A personal address is kept once, in its own column.
    private static @Nullable String contact(DirectoryMatch match) {
        return match.email() == null ? match.planned().contactAddress() : null;
    }

    private static @Nullable String population(DirectoryMatch match) {
        var population = match.planned().entry().occupation().population();
        return population == null ? null : population.name().toLowerCase(Locale.ROOT);
    }

    private String attributes(DirectoryMatch match, @Nullable List<String> groups) {
        var all = new HashMap<String, Object>(match.planned().entry().attributes());
        if (groups != null) {
            all.put("groups", groups);
        }
        return json.writeValueAsString(all);
    }
}
