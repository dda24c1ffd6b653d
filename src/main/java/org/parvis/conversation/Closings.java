package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** Threads that somebody closed: nobody comments there until they are opened again. */
@Service
@Transactional
public class Closings {

    /** The longest reason, in characters. */
    static final int REASON = 500;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Journal journal;
    private final Clock clock;

    Closings(JdbcClient jdbc, Posts posts, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Closes a thread, or says another reason.
     *
     * @throws NotFound for what the viewer may not read
     * @throws Forbidden unless they wrote it or own its community
     * @throws Invalid for {@code reason} when there is none, or one that is too long
     */
    public void close(Viewer viewer, PostId id, @Nullable String typed) {
        var post = looksAfter(viewer, id);
        var reason = PlainText.clean("reason", typed, REASON);
        change(viewer, post, """
                update post set closed_at = coalesce(closed_at, :now), closed_by = :viewer, close_reason = :reason
                 where id = :post and close_reason is distinct from :reason
                """, reason);
    }

    /**
     * @throws NotFound for what the viewer may not read
     * @throws Forbidden unless they wrote it or own its community
     */
    public void reopen(Viewer viewer, PostId id) {
        var post = looksAfter(viewer, id);
        change(viewer, post, """
                update post set closed_at = null, closed_by = null, close_reason = null
                 where id = :post and closed_at is not null
                """, "");
    }

    /** A post whose thread the viewer may close and open. */
    @Transactional(readOnly = true)
    public Post looksAfter(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayClose(viewer)) {
            throw new Forbidden("only its author or an owner closes a thread");
        }
        return post;
    }

    private void change(Viewer viewer, Post post, String sql, String reason) {
        var rows = jdbc.sql(sql)
                .param("post", post.id().value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .param("reason", reason)
                .update();
        if (rows > 0) {
            journal.append(Activity.by(viewer.id().value())
                    .update(Posts.reference(post.id()))
                    .in(Posts.audience(post)));
        }
    }
}
