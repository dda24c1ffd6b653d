package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/**
 * Forgets what nobody can sign in by any more, thirty days after its end: from where somebody came is nobody's business
 * for longer. Of each person the latest of each stays, without its address, since it tells when they were last here.
 */
@Component
class Clearing {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Clearing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void clear() {
        inBatches("""
                delete from sign_in_session
                 where id in (select s.id from sign_in_session s
                               where least(s.ended_at, s.expires_at) < :before
                                 and exists (select from sign_in_session later
                                              where later.person_id = s.person_id
                                                and (later.last_seen_at, later.id) > (s.last_seen_at, s.id))
                               limit :most)
                """);
        inBatches("""
                update sign_in_session set address = '', device = ''
                 where id in (select id from sign_in_session
                               where least(ended_at, expires_at) < :before and address <> '' limit :most)
                """);
        inBatches("""
                delete from single_use_link
                 where id in (select l.id from single_use_link l
                               where l.expires_at < :before
                                 and exists (select from single_use_link later
                                              where later.person_id = l.person_id
                                                and (later.created_at, later.id) > (l.created_at, l.id))
                               limit :most)
                """);
        inBatches("""
                delete from access_token
                 where id in (select id from access_token where least(revoked_at, expires_at) < :before limit :most)
                """);
    }

    private void inBatches(String sql) {
        int rows;
        do {
            rows = jdbc.sql(sql)
                    .param("before", utc(clock.instant().minus(KEPT)))
                    .param("most", BATCH)
                    .update();
        } while (rows == BATCH);
    }

    @Configuration
    static class Jobs {

        @Bean
        RecurringTask<Void> accessClearing(Clearing clearing) {
            return Tasks.recurring("access-clearing", FixedDelay.ofHours(6))
                    .execute((instance, context) -> clearing.clear());
        }
    }
}
