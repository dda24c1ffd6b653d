package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.Viewer;
import org.parvis.platform.network.NetworkHours;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;

/** Posts that people want to find again: for each their own, as long as they may read them. */
@Service
@Transactional
public class Bookmarks {

    /** How the journal names a bookmark; its id is its post's. */
    public static final String KIND = "bookmark";

    /** The farthest reminder. */
    static final Duration FARTHEST = Duration.ofDays(3 * 366);

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final WholePosts whole;
    private final NetworkHours hours;
    private final Journal journal;
    private final Clock clock;

    Bookmarks(JdbcClient jdbc, Posts posts, WholePosts whole, NetworkHours hours, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.whole = whole;
        this.hours = hours;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Twice is once; a reminder of before stays.
     *
     * @throws NotFound for what the viewer may not read
     */
    public void put(Viewer viewer, PostId id) {
        put(viewer, id, null, "nothing");
    }

    /**
     * With a reminder, or with none.
     *
     * @throws NotFound for what the viewer may not read
     * @throws Invalid for {@code remindAt} when that moment is past, or more than three years away
     */
    public void put(Viewer viewer, PostId id, @Nullable Instant remindAt) {
        var now = clock.instant();
        if (remindAt != null && (!remindAt.isAfter(now) || remindAt.isAfter(now.plus(FARTHEST)))) {
            throw new Invalid("remindAt", "conversation.bookmark.day");
        }
        put(viewer, id, remindAt, "update set remind_at = excluded.remind_at");
    }

    private void put(Viewer viewer, PostId id, @Nullable Instant remindAt, String otherwise) {
        var post = posts.find(viewer, id);
        var _ = jdbc.sql("""
                insert into bookmark (person_id, post_id, since, remind_at) values (:viewer, :post, :now, :remindAt::timestamptz)
                on conflict (person_id, post_id) do %s
                """.formatted(otherwise))
                .param("viewer", viewer.id().value())
                .param("post", post.id().value())
                .param("now", utc(clock.instant()))
                .param("remindAt", remindAt == null ? null : utc(remindAt))
                .update();
    }

    /** @throws NotFound for what the viewer may not read */
    public void delete(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        var _ = jdbc.sql("delete from bookmark where person_id = :viewer and post_id = :post")
                .param("viewer", viewer.id().value())
                .param("post", post.id().value())
                .update();
    }

    /** The moment of that day at which the viewer is reminded: when work begins, by their own clock. */
    @Transactional(readOnly = true)
    public Instant morning(Viewer viewer, LocalDate day) {
        return hours.read().begin(day, viewer.zone());
    }

    /** What the viewer bookmarked and may still read, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Bookmark> list(Viewer viewer, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s, b.since
                  from bookmark b
                  join readable_posts(:viewer) p on p.id = b.post_id
                  %s
                 where b.person_id = :viewer and (b.since, b.post_id) < (:at, :id)
                 order by b.since desc, b.post_id desc
                 limit :limit
                """.formatted(Reading.COLUMNS, Reading.JOINS))
                .param("viewer", viewer.id().value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Kept(Reading.of(row, number), instant(row, "since")))
                .list();
        var slice = Slice.of(
                rows, limit, kept -> Cursor.at(kept.since(), kept.reading().id().value()));
        var since = slice.items().stream()
                .collect(Collectors.toMap(kept -> kept.reading().id(), Kept::since));
        return whole.read(viewer, slice.map(Kept::reading))
                .map(post -> new Bookmark(post, Objects.requireNonNull(since.get(post.id()))));
    }

    private record Kept(Reading reading, Instant since) {}

    private record Due(long person, long post) {

        Activity activity() {
            return Activity.byTheNetwork()
                    .did(Verb.ANNOUNCE, Reference.to(KIND, post))
                    .to(Reference.to("person", person));
        }
    }

    /** Reminds those whose moment has come, once and some of them at a time; answers whether more may be waiting. */
    boolean remind() {
        var due = jdbc.sql("""
                update bookmark b
                   set remind_at = null
                  from (select person_id, post_id from bookmark
                         where remind_at <= :now
                         order by remind_at
                         limit :most
                           for update skip locked) due
                 where b.person_id = due.person_id and b.post_id = due.post_id
                returning b.person_id, b.post_id
                """)
                .param("now", utc(clock.instant()))
                .param("most", BATCH)
                .query((row, number) -> new Due(row.getLong("person_id"), row.getLong("post_id")))
                .list();
        journal.appendAll(due.stream().map(Due::activity).toList());
        return due.size() == BATCH;
    }
}
