package org.parvis.feed;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.journal.Activity;
import org.parvis.journal.Entry;
import org.parvis.journal.Journal;
import org.parvis.journal.JournalReader;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Gives each person, the first time they are active, what newcomers start with. */
@Component
class Newcomers implements JournalReader {

    private final JdbcClient jdbc;
    private final NewcomerStart start;
    private final Memberships memberships;
    private final Journal journal;
    private final Clock clock;

    Newcomers(JdbcClient jdbc, NewcomerStart start, Memberships memberships, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.start = start;
        this.memberships = memberships;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "newcomers";
    }

    @Override
    public void read(List<Entry> entries) {
        var changed = entries.stream()
                .flatMap(entry -> Stream.of(entry.object(), entry.target()))
                .filter(Objects::nonNull)
                .filter(thing -> thing.is("person"))
                .map(Reference::id)
                .distinct()
                .toArray(Long[]::new);
        var newcomers = changed.length == 0 ? List.<Viewer>of() : arrived(changed);
        if (!newcomers.isEmpty()) {
            var people = start.people();
            var places = start.communities();
            newcomers.forEach(newcomer -> {
                people.forEach(person -> follow(newcomer, person.id()));
                places.forEach(place -> join(newcomer, place.id()));
            });
        }
    }

    private List<Viewer> arrived(Long[] people) {
        return jdbc.sql("""
                with arrived as (
                    insert into newcomer (person_id, started_at)
                    select id, :now
                      from person
                     where id = any (:people) and state = 'active' and kind = 'employee' and deleted_at is null
                    on conflict do nothing
                    returning person_id
                )
                select p.id, p.name from arrived join person p on p.id = arrived.person_id order by p.id
                """)
                .param("people", people)
                .param("now", utc(clock.instant()))
                .query((row, number) -> newcomer(new PersonId(row.getLong("id")), row.getString("name")))
                .list();
    }

    private void join(Viewer newcomer, CommunityId place) {
        memberships.enter(newcomer, place);
    }

    private void follow(Viewer newcomer, PersonId person) {
        var rows = jdbc.sql("""
                insert into person_follow (follower_id, followed_id, since)
                select :newcomer, :person, :now where :newcomer <> :person
                on conflict do nothing
                """)
                .param("newcomer", newcomer.id().value())
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .update();
        if (rows > 0) {
            journal.append(Activity.by(newcomer.id().value()).follow(Reference.to("person", person.value())));
        }
    }

    private static Viewer newcomer(PersonId id, String name) {
        return new Viewer(id, PersonKind.EMPLOYEE, name, null, Locale.ENGLISH, ZoneOffset.UTC, null, true);
    }
}
