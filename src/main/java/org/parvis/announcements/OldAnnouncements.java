package org.parvis.announcements;

import static org.parvis.platform.time.Times.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** Forgets who has read an announcement a year after it was published; how many did stays. */
@Component
class OldAnnouncements {

    static final Duration KEPT = Duration.ofDays(365);
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    OldAnnouncements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void forget() {
        settle();
        clear();
    }

    private void settle() {
        for (var post : jdbc.sql("""
                select a.post_id
                  from announcement a
                  join post p on p.id = a.post_id
                 where a.settled_at is null and p.published_at < :before
                 order by a.post_id
                 limit :most
                """)
                .param("most", BATCH)
                .param("before", utc(clock.instant().minus(KEPT)))
                .query(Long.class)
                .list()) {
            jdbc.sql("""
                    update announcement
                       set settled_at = :now, reached = counted.reached, seen = counted.seen,
                           acknowledged = counted.acknowledged
                      from (%s) counted
                     where post_id = :post and settled_at is null
                    """.formatted(Reach.COUNTED))
                    .param("post", post)
                    .param("now", utc(clock.instant()))
                    .update();
        }
    }

    // In small transactions, so that no purge holds anybody up.
    private void clear() {
        int forgotten;
        do {
            forgotten = jdbc.sql("""
                    delete from announcement_reading
                     where ctid = any (array(select r.ctid
                                               from announcement_reading r
                                               join announcement a on a.post_id = r.post_id
                                              where a.settled_at is not null
                                              limit :most))
                    """).param("most", BATCH).update();
        } while (forgotten == BATCH);
    }
}
