package org.parvis.announcements;

import static org.parvis.platform.time.Times.utc;

import org.parvis.conversation.PostId;
import org.parvis.people.Viewer;
import org.parvis.platform.database.Columns;
import org.parvis.platform.database.WrittenLater;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Before whom an announcement stood: thousands within a minute after it was published, each with the first page. It is
 * written two seconds later, many at once; what a node has not written when it is killed is seen at the next visit.
 */
@Component
class Sights implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 100_000;

    private record Sight(long post, long person) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WrittenLater<Sight> seen = new WrittenLater<>(PAUSE, MOST, this::write);

    Sights(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** These were brought to the viewer and stand before them. */
    void saw(Viewer viewer, Collection<PostId> brought) {
        brought.forEach(post -> seen.note(new Sight(post.value(), viewer.id().value())));
    }

    /** Writes down what was seen since the last time. */
    void flush() {
        seen.flush();
    }

    /** What was seen in the last seconds is written while there is a database. */
    @Override
    public void destroy() {
        flush();
    }

    // In the order of the keys, so that two nodes never wait for one another.
    private void write(List<Sight> sights) {
        jdbc.sql("""
                insert into announcement_reading (post_id, person_id, seen_at)
                select a.post_id, p.id, :now
                  from unnest(:posts::bigint[], :people::bigint[]) sight (post, person)
                  join announcement a on a.post_id = sight.post
                  join person p on p.id = sight.person and p.deleted_at is null
                 order by a.post_id, p.id
                on conflict do nothing
                """)
                .param("now", utc(clock.instant()))
                .param("posts", Columns.numbers(sights, Sight::post))
                .param("people", Columns.numbers(sights, Sight::person))
                .update();
    }
}
