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
 * Forgets who was signed in where once that is long over: it says where people were, and nobody needs it any more. When
 * somebody was seen last stays known.
 */
@Component
class OldSignIns {

    static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    OldSignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // In small transactions, so that no purge holds anybody up.
    void forget() {
        int forgotten;
        do {
            forgotten = jdbc.sql("""
                    delete from sign_in_session
                     where id = any (array(
                           select s.id
                             from sign_in_session s
                            where coalesce(s.ended_at, s.expires_at) < :before
                              and exists (select from sign_in_session later
                                           where later.person_id = s.person_id
                                             and (later.last_seen_at, later.id) > (s.last_seen_at, s.id))
                            limit :most))
                    """)
                    .param("before", utc(clock.instant().minus(KEPT)))
                    .param("most", BATCH)
                    .update();
        } while (forgotten == BATCH);
    }

    @Configuration
    static class Jobs {

        @Bean
        RecurringTask<Void> forgettingOldSignIns(OldSignIns signIns) {
            return Tasks.recurring("forgetting-old-sign-ins", FixedDelay.ofHours(24))
                    .execute((instance, context) -> signIns.forget());
        }
    }
}
