package org.parvis.questions;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** Calls those who look after a place when three quarters of a delay have passed and nobody has answered. */
@Service
@Transactional
class Overdue {

    private static final int AT_A_TIME = 200;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Overdue(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Each question once, however often this runs and on however many nodes. */
    void call() {
        journal.appendAll(jdbc.sql("""
                with due as (
                    update question set called_at = :now
                     where post_id in (select post_id from question
                                        where answered_at is null and called_at is null and call_at <= :now
                                        order by call_at
                                        limit :most
                                          for update skip locked)
                    returning post_id
                )
                select due.post_id
                  from due
                  join post p on p.id = due.post_id and p.deleted_at is null and p.hidden_at is null
                              and p.closed_at is null
                  left join community c on c.id = p.community_id
                 where c.archived_at is null and c.deleted_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("most", AT_A_TIME)
                .query((row, number) -> Activity.byTheNetwork()
                        .did(Verb.ANNOUNCE, new Reference(Questions.KIND, row.getLong("post_id"))))
                .list());
    }
}
