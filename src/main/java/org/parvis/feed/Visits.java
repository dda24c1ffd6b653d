package org.parvis.feed;

import static org.parvis.platform.time.Times.utc;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;

/** When somebody last came to look at a view. */
@Repository
class Visits {

    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A visit begins, unless one is under way; what came after the one before it is unread. */
    void begin(Viewer viewer, View view) {
        var now = clock.instant();
        jdbc.sql("""
                insert into feed_visit (person_id, view, seen_at) values (:viewer, :view, :now)
                on conflict (person_id, view) do update
                   set previous_seen_at = feed_visit.seen_at, seen_at = excluded.seen_at
                 where feed_visit.seen_at < :visit
                """)
                .param("viewer", viewer.id().value())
                .param("view", view.code())
                .param("now", utc(now))
                .param("visit", utc(now.minus(Feed.VISIT)))
                .update();
    }
}
