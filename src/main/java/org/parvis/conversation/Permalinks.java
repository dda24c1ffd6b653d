package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;

import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/** Finds the page of a thread, or of the replies to a comment, on which a comment stands. */
@Repository
@Transactional(readOnly = true)
class Permalinks {

    private final JdbcClient jdbc;
    private final Comments comments;

    Permalinks(JdbcClient jdbc, Comments comments) {
        this.jdbc = jdbc;
        this.comments = comments;
    }

    String of(Viewer viewer, CommentId id) {
        var comment = comments.find(viewer, id);
        return pageOf(viewer, comment) + "#" + comment.anchor();
    }

    private String pageOf(Viewer viewer, Comment comment) {
        if (comment.replyTo() == null) {
            return threadFrom(viewer, comment.post(), comment.id());
        } else {
            var earlier = repliesBefore(viewer, comment);
            return earlier.size() < Comments.REPLIES_SHOWN
                    ? threadFrom(viewer, comment.post(), comment.replyTo())
                    : "/comments/" + comment.replyTo() + "/replies?after=" + earlier.getFirst();
        }
    }

    // The last page shows the comment when fewer come after it than a page holds; otherwise it stands in the middle of
    // one.
    private String threadFrom(Viewer viewer, PostId post, CommentId comment) {
        var later = cursors(viewer, """
                select k.published_at, k.id
                  from comment k
                  join comment this on this.id = :id
                 where k.post_id = this.post_id and k.reply_to is null
                   and (k.published_at, k.id) > (this.published_at, this.id) and %s
                 order by k.published_at, k.id
                 limit :limit
                """.formatted(Comments.SHOWN), comment.value(), Slice.PAGE);
        return later.size() < Slice.PAGE ? "/posts/" + post : "/posts/" + post + "?before=" + later.get(Slice.PAGE / 2);
    }

    private List<Cursor> repliesBefore(Viewer viewer, Comment reply) {
        return cursors(viewer, """
                select * from (
                    select k.published_at, k.id
                      from comment k
                      join comment this on this.id = :id
                     where k.reply_to = this.reply_to and stands(k, :viewer)
                       and (k.published_at, k.id) < (this.published_at, this.id)
                     order by k.published_at desc, k.id desc
                     limit :limit) earlier
                 order by published_at, id
                """, reply.id().value(), Comments.REPLIES_SHOWN);
    }

    private List<Cursor> cursors(Viewer viewer, String sql, long comment, int limit) {
        return jdbc.sql(sql)
                .param("viewer", viewer.id().value())
                .param("id", comment)
                .param("limit", limit)
                .query((row, number) -> Cursor.at(instant(row, "published_at"), row.getLong("id")))
                .list();
    }
}
