package org.parvis.imports;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Accounts;
import org.parvis.access.AddressChanges;
import org.parvis.access.Agent;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One transaction each: rows and the journal's. A dry run passes through the same questions and writes nothing. */
@Component
@Transactional
class DirectoryBatches {

    /** What has been done so far. */
    static final class Done {
        long created;
        long claimed;
        final Set<Long> changed = new HashSet<>();
        final Set<Long> journaled = new HashSet<>();
    }

    private static final int MANY = 1000;

    private final DirectoryRows rows;
    private final Accounts accounts;
    private final AddressChanges addresses;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryBatches(
            DirectoryRows rows,
            Accounts accounts,
            AddressChanges addresses,
            Journal journal,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.addresses = addresses;
        this.journal = journal;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes these people and says who they are, by key; null for those a dry run would make. */
    Map<String, @Nullable Long> people(
            PeopleImport.Order order, List<DirectoryMatch> batch, Map<String, List<String>> groups, Done done) {
        var people = new HashMap<String, @Nullable Long>();
        batch.forEach(match -> people.put(match.key(), match.person()));
        var known = batch.stream()
                .filter(match -> match.person() != null && match.ours())
                .toList();
        var unknown = batch.stream().filter(match -> match.person() == null).toList();
        var changed = rows.differing(order.source(), known, groups);
        done.changed.addAll(changed);
        done.created += unknown.size();
        done.claimed += batch.stream().filter(DirectoryMatch::byAddress).count();
        if (!order.dryRun()) {
            if (!changed.isEmpty()) {
                var differing = new HashSet<>(changed);
                var addresses = this.addresses.before(changed);
                rows.update(
                        order.source(),
                        known.stream()
                                .filter(match -> differing.contains(match.person()))
                                .toList(),
                        groups);
                this.addresses.tell(agent(order), addresses);
                write(order, changed, false, done);
            }
            if (!unknown.isEmpty()) {
                var made = rows.insert(order.source(), unknown, groups);
                people.putAll(made);
                write(order, made.values(), true, done);
            }
            tie(order, batch);
        }
        return people;
    }

    /** Has PostgreSQL count what is new, or it goes on as if the tables were nearly empty. */
    void count(Done done) {
        if (done.created > MANY && !done.journaled.isEmpty()) {
            jdbc.sql("analyze person, person_external_id").update();
        }
    }

    /** Second, once everybody is there. */
    void managers(PeopleImport.Order order, List<DirectoryMatch> batch, Map<String, @Nullable Long> people, Done done) {
        var ids = new ArrayList<Long>();
        var managers = new ArrayList<@Nullable Long>();
        var asked = new ArrayList<DirectoryMatch>();
        for (var match : batch) {
            var id = people.get(match.key());
            if (id != null && match.ours()) {
                ids.add(id);
                managers.add(
                        match.planned().managerKey() == null
                                ? null
                                : people.get(match.planned().managerKey()));
                asked.add(match);
            }
        }
        if (order.dryRun()) {
            done.changed.addAll(wouldChange(ids, managers, asked));
        } else {
            var changed = rows.managers(ids, managers);
            asked.stream()
                    .map(DirectoryMatch::person)
                    .filter(Objects::nonNull)
                    .filter(new HashSet<>(changed)::contains)
                    .forEach(done.changed::add);
            write(order, changed, false, done);
        }
    }

    /** Those who are gone; the administrators among them stay. */
    long deactivate(PeopleImport.Order order, List<PersonId> gone) {
        if (order.dryRun()) {
            return gone.size();
        }
        var ids = gone.stream().map(PersonId::value).toList();
        jdbc.sql("""
                update person_external_id set missing_since = :now where source = :source and person_id = any(:ids)
                """)
                .param("now", utc(clock.instant()))
                .param("source", order.source())
                .param("ids", ids.toArray(Long[]::new))
                .update();
        write(order, ids, false, new Done());
        return accounts.deactivateAll(gone);
    }

    // Known by address, or back again; everybody else is tied to their key already.
    private void tie(PeopleImport.Order order, List<DirectoryMatch> batch) {
        var back = jdbc.sql("""
                select external_id from person_external_id
                 where source = :source and external_id = any(:keys) and missing_since is not null
                """)
                .param("source", order.source())
                .param("keys", batch.stream().map(DirectoryMatch::key).toArray(String[]::new))
                .query(String.class)
                .list();
        var tied = batch.stream()
                .filter(match -> match.person() != null && (match.byAddress() || back.contains(match.key())))
                .toList();
        if (!tied.isEmpty()) {
            rows.link(order.source(), tied);
            tied.stream()
                    .filter(match -> back.contains(match.key()))
                    .map(match -> new PersonId(Objects.requireNonNull(match.person())))
                    .forEach(person -> accounts.reactivate(agent(order), person));
        }
    }

    private List<Long> wouldChange(List<Long> ids, List<@Nullable Long> managers, List<DirectoryMatch> asked) {
        record Line(long id, @Nullable Long manager) {}
        var now = new HashMap<Long, @Nullable Long>();
        jdbc.sql("select id, manager_id from person where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) -> new Line(row.getLong("id"), row.getObject("manager_id", Long.class)))
                .list()
                .forEach(line -> now.put(line.id, line.manager));
        var changed = new ArrayList<Long>();
        for (var nth = 0; nth < ids.size(); nth++) {
            var toBeMade = managers.get(nth) == null && asked.get(nth).planned().managerKey() != null;
            if (toBeMade || !Objects.equals(now.get(ids.get(nth)), managers.get(nth))) {
                changed.add(ids.get(nth));
            }
        }
        return changed;
    }

    private void write(PeopleImport.Order order, Collection<Long> people, boolean made, Done done) {
        var actor = order.by() == null
                ? Activity.byTheNetwork()
                : Activity.by(order.by().value());
        journal.appendAll(people.stream()
                .filter(done.journaled::add)
                .map(person -> Reference.to(People.KIND, person))
                .map(person -> (made ? actor.create(person) : actor.update(person)).quietly())
                .toList());
    }

    private static Agent agent(PeopleImport.Order order) {
        return order.by() == null ? Agent.onCommandLine() : Agent.onPage(order.by());
    }
}
