package org.parvis.articles;

import static org.parvis.platform.time.Times.utc;

import org.parvis.conversation.Post;
import org.parvis.conversation.Reading;
import org.parvis.conversation.WholePosts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of articles. */
@Repository
@Transactional(readOnly = true)
class Blogs {

    private final JdbcClient jdbc;
    private final WholePosts whole;

    Blogs(JdbcClient jdbc, WholePosts whole) {
        this.jdbc = jdbc;
        this.whole = whole;
    }

    /** What of a blog the viewer may read, the newest first. */
    Slice<Post> list(Viewer viewer, Blog blog, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s from readable_posts(:viewer) p %s
                 where p.kind = 'article' and %s and (p.published_at, p.id) < (:at, :id)
                 order by p.published_at desc, p.id desc
                 limit :limit
                """.formatted(Reading.COLUMNS, Reading.JOINS, blog.condition()))
                .param("viewer", viewer.id().value())
                .param("subject", blog.subject())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(Reading::of)
                .list();
        return whole.read(viewer, Slice.of(rows, limit, Reading::byPublication));
    }
}
