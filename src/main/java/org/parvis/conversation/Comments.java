package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Revision;
import org.parvis.platform.text.LanguageGuess;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where posts are answered, and answers answered once more. */
@Service
@Transactional
public class Comments {

    /** How the journal names a comment. */
    public static final String KIND = "comment";

    /** The longest text of a comment, in characters. */
    public static final int TEXT = 10_000;

    static final int REPLIES_SHOWN = 20;

    /** An open thread that missed more is better opened anew. */
    static final int MISSED = 200;

    /** Which comments {@code k} a thread shows: one that was taken away keeps its place as long as others answer it. */
    static final String SHOWN =
            "(stands(k, :viewer) or exists (select from comment r where r.reply_to = k.id and stands(r, :viewer)))";

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Contents contents;
    private final Wording wording;
    private final Attachments attachments;
    private final Journal journal;
    private final Clock clock;

    Comments(
            JdbcClient jdbc,
            Posts posts,
            Contents contents,
            Wording wording,
            Attachments attachments,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.contents = contents;
        this.wording = wording;
        this.attachments = attachments;
        this.journal = journal;
        this.clock = clock;
    }

    /** As {@link #add(Viewer, PostId, CommentId, String, List)}, without files. */
    public CommentId add(Viewer author, PostId post, @Nullable CommentId replyTo, @Nullable String typed) {
        return add(author, post, replyTo, typed, List.of());
    }

    /**
     * Answers a post, or one of its comments, with files that wait for it; an answer to a reply stands beside that reply.
     */
    public CommentId add(
            Viewer author, PostId post, @Nullable CommentId replyTo, @Nullable String typed, List<Enclosure> enclosed) {
        var answered = posts.find(author, post);
        if (!answered.mayComment(author)) {
            throw new Forbidden("only members comment");
        }
        var text = wording.kept(author, PlainText.clean("text", typed, TEXT));
        var now = clock.instant();
        var id = new CommentId(jdbc.sql("""
                insert into comment (post_id, reply_to, author_id, text, language, published_at)
                values (:post, :replyTo::bigint, :author, :text, :language, :now)
                returning id
                """)
                .param("post", post.value())
                .param(
                        "replyTo",
                        replyTo == null ? null : thread(author, post, replyTo).value())
                .param("author", author.id().value())
                .param("text", text)
                .param("language", LanguageGuess.of(text))
                .param("now", utc(now))
                .query(Long.class)
                .single());
        attachments.publish(author.id().value(), enclosed, KIND, id.value());
        wording.note(author, post, id, Posts.communityOf(answered), text);
        posts.answered(answered, now);
        journal.append(Activity.by(author.id().value())
                .create(reference(id))
                .to(Posts.reference(post))
                .in(Posts.audience(answered)));
        return id;
    }

    private CommentId thread(Viewer author, PostId post, CommentId replyTo) {
        var comment = find(author, replyTo);
        if (!comment.post().equals(post)) {
            throw new NotFound("comment " + replyTo + " of post " + post);
        }
        return comment.thread();
    }

    /** @throws NotFound when it is not there, was removed, or stands where the viewer may not read */
    @Transactional(readOnly = true)
    public Comment find(Viewer viewer, CommentId id) {
        return one(viewer, id, "stands(k, :viewer)").orElseThrow(() -> new NotFound("comment " + id));
    }

    /** As {@link #find}, and also the empty place of a removed one under which replies stand. */
    @Transactional(readOnly = true)
    public Comment place(Viewer viewer, CommentId id) {
        return one(viewer, id, SHOWN).orElseThrow(() -> new NotFound("comment " + id));
    }

    private Optional<Comment> one(Viewer viewer, CommentId id, String condition) {
        return jdbc.sql("select %s %s where k.id = :id and %s".formatted(Comment.COLUMNS, Comment.JOINS, condition))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Comment::of)
                .optional();
    }

    /** All comments and replies of a post in the order they were written, as programs read them. */
    @Transactional(readOnly = true)
    public Slice<Comment> of(Viewer viewer, PostId post, @Nullable Cursor after, int limit) {
        posts.find(viewer, post);
        var rows = jdbc.sql("""
                select %s %s
                 where p.id = :post and stands(k, :viewer)
                   and (:at::timestamptz is null or (k.published_at, k.id) > (:at::timestamptz, :id))
                 order by k.published_at, k.id
                 limit :limit
                """.formatted(Comment.COLUMNS, Comment.JOINS))
                .param("viewer", viewer.id().value())
                .param("post", post.value())
                .param("at", after == null ? null : utc(after.time()))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(Comment::of)
                .list();
        return Slice.of(rows, limit, Comments::cursor);
    }

    /** Which comments and replies came after one, at most {@link #MISSED}, in the order they came. */
    @Transactional(readOnly = true)
    public List<CommentId> since(Viewer viewer, PostId post, long last) {
        posts.find(viewer, post);
        return jdbc.sql("""
                select k.id
                  from comment k
                 where k.post_id = :post and k.id > :last and stands(k, :viewer)
                 order by k.id
                 limit :limit
                """)
                .param("viewer", viewer.id().value())
                .param("post", post.value())
                .param("last", last)
                .param("limit", MISSED)
                .query((row, number) -> new CommentId(row.getLong("id")))
                .list();
    }

    /**
     * A post's thread from its end, as people read it: the latest comments in the order they were written, each with its
     * first replies; {@code next} leads to earlier ones.
     */
    @Transactional(readOnly = true)
    public Slice<Comment> thread(Viewer viewer, PostId post, Cursor before, int limit) {
        var rows = jdbc.sql("""
                with head as materialized (
                    select k.id
                      from readable_posts(:viewer) p
                      join comment k on k.post_id = p.id
                     where p.id = :post and k.reply_to is null and %s
                       and (k.published_at, k.id) < (:at, :id)
                     order by k.published_at desc, k.id desc
                     limit :limit)
                select %s
                  from readable_posts(:viewer) p
                  join comment k on k.post_id = p.id
                 where p.id = :post
                   and k.id in (select id from head
                                union all
                                select r.id
                                  from head
                                 cross join lateral (select k.id from comment k
                                                      where k.reply_to = head.id and stands(k, :viewer)
                                                      order by k.published_at, k.id
                                                      limit :shown) r)
                 order by k.published_at, k.id
                """.formatted(SHOWN, CommentReading.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("post", post.value())
                .param("at", utc(before.time()))
                .param("id", before.id())
                .param("limit", limit + 1)
                .param("shown", REPLIES_SHOWN)
                .query(CommentReading::of)
                .list();
        var heads = rows.stream().filter(row -> row.replyTo() == null).toList();
        var slice = Slice.of(heads.reversed(), limit, CommentReading::cursor);
        var comments = contents.comments(viewer, rows);
        var replies = rows.stream()
                .filter(row -> row.replyTo() != null)
                .map(row -> comments.get(row.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Comment::thread));
        return new Slice<>(
                slice.items().reversed().stream()
                        .map(head -> comments.get(head.id()))
                        .filter(Objects::nonNull)
                        .map(comment -> comment.with(replies.getOrDefault(comment.id(), List.of())))
                        .toList(),
                slice.next());
    }

    /** The replies to a comment in the order they were written. */
    @Transactional(readOnly = true)
    public Slice<Comment> replies(Viewer viewer, CommentId comment, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s %s
                 where k.reply_to = :comment and stands(k, :viewer)
                   and (:at::timestamptz is null or (k.published_at, k.id) > (:at::timestamptz, :id))
                 order by k.published_at, k.id
                 limit :limit
                """.formatted(Comment.COLUMNS, Comment.JOINS))
                .param("viewer", viewer.id().value())
                .param("comment", comment.value())
                .param("at", after == null ? null : utc(after.time()))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(Comment::of)
                .list();
        return Slice.of(rows, limit, Comments::cursor);
    }

    /** As {@link #edit(Viewer, CommentId, String, Revision)}, with the files there are. */
    public void edit(Viewer viewer, CommentId id, @Nullable String typed) {
        edit(viewer, id, typed, null);
    }

    /**
     * Rewords the viewer's own comment; the earlier wording is kept.
     *
     * @param files what becomes of its files; null leaves them as they are
     */
    public void edit(Viewer viewer, CommentId id, @Nullable String typed, @Nullable Revision files) {
        lock(id);
        var comment = find(viewer, id);
        if (!comment.mayEdit(viewer)) {
            throw new Forbidden("only its author rewords a comment");
        }
        var text = wording.kept(viewer, PlainText.clean("text", typed, TEXT));
        var post = posts.find(viewer, comment.post());
        var refiled = files != null && attachments.revise(viewer.id().value(), files, KIND, id.value());
        if (refiled || !text.equals(comment.text())) {
            reword(viewer, post, comment, text, refiled);
        }
        if (files != null || !text.equals(comment.text())) {
            tell(Activity.by(viewer.id().value()).update(reference(id)), post);
        }
    }

    private void reword(Viewer viewer, Post post, Comment comment, String text, boolean refiled) {
        var id = comment.id();
        wording.keep(null, id, null, comment.text(), refiled, writtenAt(id));
        jdbc.sql("update comment set text = :text, language = :language, edited_at = :now where id = :id")
                .param("text", text)
                .param("language", LanguageGuess.of(text))
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
        wording.note(viewer, post.id(), id, Posts.communityOf(post), text);
    }

    /**
     * Takes away the viewer's own comment, or as the community's owner somebody else's, who is told the reason. Twice is
     * once, for whoever might have done it.
     */
    public void delete(Viewer viewer, CommentId id, @Nullable String typedReason) {
        lock(id);
        if (isGone(viewer, id)) {
            return;
        }
        var comment = find(viewer, id);
        if (!comment.mayDelete(viewer)) {
            throw new Forbidden("only its author or an owner takes a comment away");
        }
        var reason = PlainText.optional("reason", typedReason, Posts.REASON);
        jdbc.sql("""
                update comment set deleted_at = :now, deleted_by = :viewer, delete_reason = nullif(:reason, '')
                 where id = :id and deleted_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("viewer", viewer.id().value())
                .param("reason", reason)
                .param("id", id.value())
                .update();
        tell(Activity.by(viewer.id().value()).delete(reference(id)), posts.find(viewer, comment.post()));
    }

    /** Earlier wordings, the latest first; for the author and the community's owners. */
    @Transactional(readOnly = true)
    public Slice<Version> history(Viewer viewer, CommentId id, Cursor after, int limit) {
        var comment = find(viewer, id);
        if (comment.edited() && !comment.mayReadHistory(viewer)) {
            throw new Forbidden("only the author and owners read earlier wordings");
        }
        return wording.versions(null, id, after, limit);
    }

    private void tell(Activity activity, Post post) {
        journal.append(activity.to(Posts.reference(post.id())).in(Posts.audience(post)));
    }

    private void lock(CommentId id) {
        jdbc.sql("select 1 from comment where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private boolean isGone(Viewer viewer, CommentId id) {
        return jdbc.sql("""
                select exists (select from comment k join post p on p.id = k.post_id
                                where k.id = :id and k.deleted_at is not null and %s)
                """.formatted(Posts.MIGHT_DELETE.formatted("k")))
                .param("id", id.value())
                .param("viewer", viewer.id().value())
                .query(Boolean.class)
                .single();
    }

    private Instant writtenAt(CommentId id) {
        return jdbc.sql("select coalesce(edited_at, published_at) as at from comment where id = :id")
                .param("id", id.value())
                .query((row, number) -> instant(row, "at"))
                .single();
    }

    private static Cursor cursor(Comment comment) {
        return Cursor.at(comment.publishedAt(), comment.id().value());
    }

    static Reference reference(CommentId id) {
        return new Reference(KIND, id.value());
    }
}
