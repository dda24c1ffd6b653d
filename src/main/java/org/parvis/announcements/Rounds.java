package org.parvis.announcements;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/**
 * Has those who are asked to confirm be told, a thousand person numbers of each round at a time: however many they are,
 * nobody else waits for their alerts.
 */
@Service
@Transactional
public class Rounds {

    /** How the journal names a thousand of person numbers: 0 is 1 to 1000. */
    public static final String THOUSAND = "thousand";

    private static final int TOGETHER = 20;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Rounds(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** One thousand more of each round; each once, however often this runs and on however many nodes. */
    void turn() {
        journal.appendAll(jdbc.sql("""
                with due as (
                    select id from announcement_round where ended_at is null order by id limit :most for update skip locked
                )
                update announcement_round r
                   set thousands = r.thousands + 1,
                       ended_at = case when (r.thousands + 1) * 1000 >= (select max(id) from person) then :now::timestamptz end
                  from due
                 where r.id = due.id
                returning r.post_id, r.begun_by, r.reminder, r.thousands - 1 as thousand
                """)
                .param("most", TOGETHER)
                .param("now", utc(clock.instant()))
                .query((row, number) -> Activity.by(row.getLong("begun_by"))
                        .did(
                                row.getBoolean("reminder") ? Verb.INVITE : Verb.ANNOUNCE,
                                new Reference(Announcements.KIND, row.getLong("post_id")))
                        .to(new Reference(THOUSAND, row.getLong("thousand"))))
                .list());
    }
}
