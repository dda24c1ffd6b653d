package org.parvis.demo;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The people of the demo company, with their profiles and whom they report to. */
@Component
class Staff {

    private final JdbcTemplate jdbcTemplate;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Staff(JdbcTemplate jdbcTemplate, JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbcTemplate = jdbcTemplate;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everybody by their number in the company; whoever is there already is left alone. */
    @Transactional
    public Map<String, Colleague> hire(String source) {
        readFile();
        var hired = insert(source);
        journal.appendAll(hired);
        jdbc.sql("""
                update person p
                   set manager_id = manager.person_id
                  from demo_person d, person_external_id own, person_external_id manager
                 where own.source = :source and own.external_id = d.id and p.id = own.person_id
                   and manager.source = :source and manager.external_id = d.manager
                """).param("source", source).update();
        return everybody(source);
    }

    private void readFile() {
        jdbcTemplate.execute("""
                create temp table demo_person (
                    id text, email text, given_name text, family_name text, job_title text, department text,
                    organisation text, unit text, site text, country text, phone text, language text, time_zone text,
                    start_date date, population text, manager text, expertise text, interests text, about text
                ) on commit drop
                """);
        jdbcTemplate.execute((ConnectionCallback<Long>) connection -> {
            try (var file = Script.open("people.csv")) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy demo_person from stdin with (format csv, header true)", file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private List<Activity> insert(String source) {
        return jdbc.sql("""
                with hired as materialized (
                    select nextval(pg_get_serial_sequence('person', 'id')) as number, d.*
                      from demo_person d
                     where not exists (select from person_external_id x where x.source = :source and x.external_id = d.id)
                     order by d.id
                ), made as (
                    insert into person (id, state, name, given_name, family_name, email, job_title, department, organisation,
                                        unit, site, country, phone, language, time_zone, start_date, population, directory,
                                        about, expertise, interests, languages, created_at, updated_at)
                    overriding system value
                    select number, case when email is null then 'not_invited' else 'active' end,
                           given_name || ' ' || family_name, given_name, family_name, email, job_title, department,
                           organisation, unit, site, country, phone, language, time_zone, start_date, population, :source,
                           about, coalesce(string_to_array(expertise, ';'), '{}'), coalesce(string_to_array(interests, ';'), '{}'),
                           array[language],
                           greatest(:now - interval '10 months', least(start_date, current_date)::timestamptz), :now
                      from hired
                )
                insert into person_external_id (source, external_id, person_id)
                select :source, id, number from hired
                returning person_id
                """)
                .param("source", source)
                .param("now", utc(clock.instant()))
                .query((row, number) -> Activity.byTheNetwork()
                        .create(Reference.to("person", row.getLong(1)))
                        .quietly())
                .list();
    }

    private Map<String, Colleague> everybody(String source) {
        var everybody = new LinkedHashMap<String, Colleague>();
        jdbc.sql("""
                select x.external_id, p.id, p.name, p.site, p.language, p.time_zone
                  from person_external_id x
                  join person p on p.id = x.person_id
                 where x.source = :source
                 order by x.external_id
                """).param("source", source).query(row -> {
            var key = row.getString("external_id");
            everybody.put(
                    key,
                    new Colleague(
                            key,
                            new PersonId(row.getLong("id")),
                            row.getString("name"),
                            row.getString("site"),
                            row.getString("language"),
                            ZoneId.of(row.getString("time_zone"))));
        });
        return everybody;
    }
}
