package org.parvis.feed;

import static org.parvis.platform.time.Times.utc;
import static org.parvis.platform.time.Times.utcOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reading;
import org.parvis.conversation.WholePosts;
import org.parvis.people.Viewer;
import org.parvis.platform.database.JsonRows;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What comes to a person. Each statement stands for itself: a transaction around them would cost one more. */
@Service
public class Feed {

    /** What is counted as waiting at most. */
    static final int WAITING = 20;

    private final JdbcClient jdbc;
    private final LatestPosts latest;
    private final KnownInterests interests;
    private final Visits visits;
    private final Posts posts;
    private final WholePosts whole;

    Feed(JdbcClient jdbc, LatestPosts latest, KnownInterests interests, Visits visits, Posts posts, WholePosts whole) {
        this.jdbc = jdbc;
        this.latest = latest;
        this.interests = interests;
        this.visits = visits;
        this.posts = posts;
        this.whole = whole;
    }

    /**
     * A page of a view, the newest first. What is unread is marked, and stays so for a visit. Which posts it shows is mostly
     * known in memory; that the viewer may read them, and what is theirs alone, is asked in one statement.
     */
    public Slice<FeedItem> read(Viewer viewer, View view, Cursor after, int limit) {
        return read(viewer, view, after, limit, List.of());
    }

    /** As {@link #read(Viewer, View, Cursor, int)}; what the page shows beside the posts is read with their parts. */
    Slice<FeedItem> read(Viewer viewer, View view, Cursor after, int limit, List<JsonRows<?>> beside) {
        var mine = interests.of(viewer);
        var until = visits.until(viewer, view);
        var slice = Slice.of(rows(viewer, view, mine, until, after, limit + 1), limit, row -> row.cursor(view));
        return new Slice<>(items(viewer, mine, slice.items(), beside), slice.next());
    }

    private List<Row> rows(Viewer viewer, View view, Interests mine, @Nullable Instant until, Cursor after, int limit) {
        var proposed = latest.find(view, mine, after, limit);
        if (proposed.isPresent()) {
            var ids = proposed.get().stream().map(Candidate::id).toArray(Long[]::new);
            var rows = page(viewer, view, "select unnest(:ids::bigint[]) as id", until)
                    .param("ids", ids)
                    .query(Row::of)
                    .list();
            if (rows.size() == ids.length) return rows;
        }
        return page(
                        viewer,
                        view,
                        "select id from (%s) source order by at desc, id desc limit :limit"
                                .formatted(Sources.of(viewer, view)),
                        until)
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit)
                .query(Row::of)
                .list();
    }

    private JdbcClient.StatementSpec page(Viewer viewer, View view, String ids, @Nullable Instant until) {
        return jdbc.sql("""
                with page as materialized (%s)
                select %s,
                       coalesce(p.author_id <> :viewer and p.published_at > :until::timestamptz, false)
                       or (:byActivity and p.active_at > :until::timestamptz
                           and exists (select from comment k
                                        where k.post_id = p.id and k.published_at > :until::timestamptz
                                          and k.author_id <> :viewer and stands(k, :viewer))) as unread
                  from page
                  join readable_posts(:viewer) p on p.id = page.id
                  %s
                 order by p.%s desc, p.id desc
                """.formatted(ids, Reading.COLUMNS, Reading.JOINS, view.column()))
                .param("viewer", viewer.id().value())
                .param("until", utcOrNull(until))
                .param("byActivity", view.byActivity());
    }

    private List<FeedItem> items(Viewer viewer, Interests mine, List<Row> rows, List<JsonRows<?>> beside) {
        var unread =
                rows.stream().filter(Row::unread).map(row -> row.reading().id()).collect(Collectors.toSet());
        var why = latest.of(rows.stream().map(row -> row.reading().id().value()).toList());
        return whole.read(viewer, rows.stream().map(Row::reading).toList(), beside).stream()
                .map(post -> new FeedItem(
                        post, reasons(viewer, mine, post, why.get(post.id().value())), unread.contains(post.id())))
                .toList();
    }

    private static List<Reason> reasons(Viewer viewer, Interests mine, Post post, @Nullable Candidate why) {
        return why == null ? List.of(Reason.NONE) : mine.reasons(viewer, post, why);
    }

    private record Row(Reading reading, boolean unread) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(Reading.of(row, number), row.getBoolean("unread"));
        }

        Cursor cursor(View view) {
            return view.byActivity() ? reading.byActivity() : reading.byPublication();
        }
    }

    /**
     * Why a post is in the viewer's feed, or might be: the strongest reason first.
     *
     * @throws NotFound when it is not there or the viewer may not read it
     */
    List<Reason> reasons(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        return reasons(
                viewer,
                interests.of(viewer),
                post,
                latest.of(List.of(id.value())).get(id.value()));
    }

    /** How many posts of others have come to a view since it was shown, at most {@link #WAITING}. */
    int waiting(Viewer viewer, View view, Instant since) {
        return jdbc.sql("select count(*) from (select id from (%s) source limit :limit) arrived"
                        .formatted(Sources.arrived(viewer, view)))
                .param("viewer", viewer.id().value())
                .param("at", utc(Cursor.NEWEST.time()))
                .param("id", Cursor.NEWEST.id())
                .param("since", utc(since))
                .param("limit", WAITING)
                .query(Integer.class)
                .single();
    }
}
