package org.parvis.moderation;

import static org.parvis.platform.time.Times.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** Forgets reports, and the words in them, a year after they were handled. */
@Component
class OldReports {

    static final Duration KEPT = Duration.ofDays(365);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    OldReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // In small transactions, so that no purge holds anybody up.
    void forget() {
        int forgotten;
        do {
            forgotten = jdbc.sql("""
                    delete from report where id = any (array(select id from report where handled_at < :before limit :most))
                    """)
                    .param("before", utc(clock.instant().minus(KEPT)))
                    .param("most", BATCH)
                    .update();
        } while (forgotten == BATCH);
    }
}
