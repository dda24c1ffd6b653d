package org.parvis.moderation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * To whom a report goes: the owners of the community where the words stand; the moderators of the network when it is about
 * an owner, a person, a community or a wall, and when the owners let a day pass.
 */
@Component
class Routing {

    static final Duration PATIENCE = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Routing(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether owners handle it: there is one who is there, and none wrote it. */
    boolean toOwners(Subject subject) {
        return toOwners(subject.reported(), subject.community());
    }

    /** As {@link #toOwners(Subject)}, of what this person wrote in this community. */
    boolean toOwners(@Nullable PersonId reported, @Nullable CommunityId community) {
        if (reported == null || community == null) {
            return false;
        }
        return jdbc.sql("""
                select coalesce(bool_or(p.state = 'active' and p.deleted_at is null), false)
                       and not coalesce(bool_or(p.id = :reported), false)
                  from membership m
                  join person p on p.id = m.person_id
                 where m.community_id = :community and m.role = 'owner'
                """)
                .param("community", community.value())
                .param("reported", reported.value())
                .query(Boolean.class)
                .single();
    }

    /** Tells those who handle a report that it waits, but who just reported. Who that was is in no row of the journal. */
    @Transactional
    void tellHandlers(ReportId report, @Nullable PersonId reporter) {
        journal.appendAll(handlers(report).stream()
                .filter(person -> reporter == null || person != reporter.value())
                .map(person -> Activity.byTheNetwork()
                        .did(Verb.FLAG, Reports.reference(report))
                        .to(Reference.to("person", person)))
                .toList());
    }

    private List<Long> handlers(ReportId report) {
        return jdbc.sql("""
                select p.id
                  from report r
                  join person p
                    on p.id in (select m.person_id from membership m
                                 where m.community_id = r.community_id and m.role = 'owner'
                                 union
                                select n.person_id from network_role n where n.role in ('moderator', 'administrator'))
                 where r.id = :report and p.state = 'active' and p.deleted_at is null
                   and exists (select from handleable_reports(p.id) mine where mine.id = r.id)
                 order by p.id
                """)
                .param("report", report.value())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** What owners left for a day goes to the moderators, too; the oldest first, and as many at a time as is no burden. */
    @Transactional
    void passOn() {
        var passed = jdbc.sql("""
                update report set moderated_at = :now
                 where id = any (array(select id from report
                                        where handled_at is null and moderated_at is null and opened_at <= :before
                                        order by opened_at
                                        limit :most
                                          for no key update skip locked))
                returning id
                """)
                .param("now", utc(clock.instant()))
                .param("before", utc(clock.instant().minus(PATIENCE)))
                .param("most", BATCH)
                .query((row, number) -> new ReportId(row.getLong("id")))
                .list();
        passed.forEach(report -> tellHandlers(report, null));
    }
}
