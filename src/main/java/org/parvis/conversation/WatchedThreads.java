package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.parvis.people.Viewer;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** Which threads people follow or mute. Twice is once; of both, what was chosen last. */
@Service
@Transactional
public class WatchedThreads {

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Clock clock;

    WatchedThreads(JdbcClient jdbc, Posts posts, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.clock = clock;
    }

    /** @throws NotFound for what the viewer may not read */
    public void choose(Viewer viewer, PostId id, Watch watch) {
        var post = posts.find(viewer, id);
        var _ = jdbc.sql("""
                insert into thread_watch (post_id, person_id, muted, since) values (:post, :viewer, :muted, :now)
                on conflict (post_id, person_id) do update set muted = excluded.muted, since = excluded.since
                 where thread_watch.muted <> excluded.muted
                """)
                .param("post", post.id().value())
                .param("viewer", viewer.id().value())
                .param("muted", watch == Watch.MUTED)
                .param("now", utc(clock.instant()))
                .update();
    }

    /**
     * The viewer chooses this no longer.
     *
     * @throws NotFound for what the viewer may not read
     */
    public void undo(Viewer viewer, PostId id, Watch watch) {
        var post = posts.find(viewer, id);
        var _ = jdbc.sql("""
                delete from thread_watch where post_id = :post and person_id = :viewer and muted = :muted
                """)
                .param("post", post.id().value())
                .param("viewer", viewer.id().value())
                .param("muted", watch == Watch.MUTED)
                .update();
    }
}
