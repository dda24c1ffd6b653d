package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.database.Columns;
import org.parvis.platform.database.WrittenLater;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How many people opened a thread, for its author: in tens, so that nobody sees a number move when somebody comes. What
 * was seen is written a little later, many at once; what a node has not written when it is killed is not counted.
 */
@Component
class ReaderCounts implements DisposableBean {

    /** So long after it was published, people are counted. */
    static final Duration COUNTED = Duration.ofDays(90);

    /** For {@code p}: nothing for others than its author. */
    static final String COLUMN = """
            case when p.author_id = :viewer
                 then coalesce((select r.readers from post_reach r where r.post_id = p.id), 0) end as readers
            """;

    private static final int STEP = 10;
    private static final int MOST = 50_000;
    private static final int FORGOTTEN = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private record Sight(long post, long person) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WrittenLater<Sight> seen = new WrittenLater<>(PAUSE, MOST, this::write);

    ReaderCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static @Nullable Integer of(ResultSet row) throws SQLException {
        var readers = row.getObject("readers", Integer.class);
        return readers == null ? null : readers / STEP * STEP;
    }

    /** The viewer has the thread before them. */
    void saw(Viewer viewer, Post post) {
        if (viewer.is(post.author().id())) return;
        seen.note(new Sight(post.id().value(), viewer.id().value()));
    }

    /** What was seen in the last seconds is written while there is a database. */
    @Override
    public void destroy() {
        flush();
    }

    /** Writes down what was seen since the last time. */
    void flush() {
        seen.flush();
    }

    private void write(List<Sight> sights) {
        var _ = jdbc.sql("""
                with fresh as (
                    insert into post_reader (post_id, person_id)
                    select sight.post, sight.person
                      from unnest(:posts::bigint[], :people::bigint[]) sight (post, person)
                      join post p on p.id = sight.post and p.deleted_at is null and p.published_at > :since
                     order by sight.post, sight.person
                    on conflict do nothing
                    returning post_id
                )
                insert into post_reach as r (post_id, readers)
                select post_id, count(*) from fresh group by post_id order by post_id
                on conflict (post_id) do update set readers = r.readers + excluded.readers
                """)
                .param("posts", Columns.numbers(sights, Sight::post))
                .param("people", Columns.numbers(sights, Sight::person))
                .param("since", utc(clock.instant().minus(COUNTED)))
                .update();
    }

    /** Forgets who opened what is no longer counted; how many did stays. Answers whether there may be more. */
    boolean forget() {
        return jdbc.sql("""
                delete from post_reader
                 where (post_id, person_id) in (select r.post_id, r.person_id
                                                  from post_reader r
                                                  join post p on p.id = r.post_id
                                                 where p.published_at < :before
                                                 limit :most)
                """)
                        .param("before", utc(clock.instant().minus(COUNTED).minus(Duration.ofDays(1))))
                        .param("most", FORGOTTEN)
                        .update()
                == FORGOTTEN;
    }
}
