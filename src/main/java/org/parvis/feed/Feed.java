package org.parvis.feed;

import static org.parvis.platform.time.Times.utc;

import org.parvis.conversation.Post;
import org.parvis.conversation.WholePosts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What comes to a person. A view is read from its sources up to the page's size, then the cards of that page. */
@Service
@Transactional(readOnly = true)
public class Feed {

    /** How long a visit lasts: what was new at its beginning stays marked. */
    static final Duration VISIT = Duration.ofMinutes(30);

    /** What is counted as waiting at most. */
    static final int WAITING = 20;

    private final JdbcClient jdbc;
    private final WholePosts whole;
    private final Clock clock;

    Feed(JdbcClient jdbc, WholePosts whole, Clock clock) {
        this.jdbc = jdbc;
        this.whole = whole;
        this.clock = clock;
    }

    /** A page of a view, the newest first; one statement. What is unread is marked, and stays so for a visit. */
    public Slice<FeedItem> read(Viewer viewer, View view, Cursor after, int limit) {
        var rows = jdbc.sql("""
                with page as materialized (
                    select id, at from (%s) source order by at desc, id desc limit :limit
                ), visit as materialized (
                    select case when seen_at < :visit then seen_at else previous_seen_at end as until
                      from feed_visit
                     where person_id = :viewer and view = :view
                )
                select %s, %s,
                       coalesce(p.author_id <> :viewer and p.published_at > visit.until, false)
                       or (:byActivity and exists (select from comment k
                                                    where k.post_id = p.id and k.published_at > visit.until
                                                      and k.author_id <> :viewer and stands(k, :viewer))) as unread
                  from page
                  join readable_posts(:viewer) p on p.id = page.id
                  %s
                  left join visit on true
                 order by page.at desc, page.id desc
                """.formatted(Sources.of(view), Post.COLUMNS, Reason.COLUMNS, Post.JOINS))
                .param("viewer", viewer.id().value())
                .param("view", view.code())
                .param("visit", utc(clock.instant().minus(VISIT)))
                .param("byActivity", view.byActivity())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> item(viewer, row, number))
                .list();
        return Slice.of(whole(viewer, rows), limit, item -> cursor(view, item.post()));
    }

    /** How many posts of others have come to a view since it was shown, at most {@link #WAITING}. */
    int waiting(Viewer viewer, View view, Instant since) {
        return jdbc.sql("select count(*) from (select id from (%s) source limit :limit) arrived"
                        .formatted(Sources.arrived(view)))
                .param("viewer", viewer.id().value())
                .param("at", utc(Cursor.NEWEST.time()))
                .param("id", Cursor.NEWEST.id())
                .param("since", utc(since))
                .param("limit", WAITING)
                .query(Integer.class)
                .single();
    }

    private List<FeedItem> whole(Viewer viewer, List<FeedItem> items) {
        var posts =
                whole.of(viewer, items.stream().map(FeedItem::post).toList()).iterator();
        return items.stream()
                .map(item -> new FeedItem(posts.next(), item.reasons(), item.unread()))
                .toList();
    }

    private static FeedItem item(Viewer viewer, ResultSet row, int number) throws SQLException {
        var post = Post.of(row, number);
        return new FeedItem(post, Reason.of(viewer, post, row), row.getBoolean("unread"));
    }

    private static Cursor cursor(View view, Post post) {
        return Cursor.at(
                view.byActivity() ? post.activeAt() : post.publishedAt(),
                post.id().value());
    }
}
