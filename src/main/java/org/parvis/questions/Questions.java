package org.parvis.questions;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;
import static org.parvis.platform.time.Times.utcOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Comment;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reading;
import org.parvis.conversation.WholePosts;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;

/** Where one asks, follows what others ask, and says which answer helped. */
@Service
@Transactional
public class Questions {

    /** How the journal names a question; its id is its post's. */
    public static final String KIND = QuestionKind.CODE;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Comments comments;
    private final WholePosts whole;
    private final Promises promises;
    private final Journal journal;
    private final Clock clock;

    Questions(
            JdbcClient jdbc,
            Posts posts,
            Comments comments,
            WholePosts whole,
            Promises promises,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.comments = comments;
        this.whole = whole;
        this.promises = promises;
        this.journal = journal;
        this.clock = clock;
    }

    /** A post that is being written asks, with this delay. When the answer is due is computed here, once. */
    void ask(Viewer asker, PostId post, @Nullable CommunityId community, Delay delay) {
        var promise = promises.of(community);
        var now = clock.instant();
        var due = delay.of(asker, promise, now);
        jdbc.sql("""
                insert into question (post_id, asked_at, due_at, call_at, promised, day_hours)
                values (:post, :now, :due, :call, :promised::smallint, :dayHours)
                """)
                .param("post", post.value())
                .param("now", utc(now))
                .param("due", utc(due.at()))
                .param("call", utc(due.call()))
                .param("promised", due.promised())
                .param("dayHours", promise.dayHours())
                .update();
    }

    /**
     * This answer helped: it alone is the accepted one from now on. For the asker, and in a community for its owners.
     *
     * @throws Forbidden for others, and for what is no answer to a question: a reply, or what the asker added
     */
    public void accept(Viewer viewer, CommentId answer) {
        var comment = comments.find(viewer, answer);
        var post = decided(viewer, comment);
        if (!isAnswer(comment, post)) {
            throw new Forbidden("only answers to the question are accepted");
        }
        var accepted = jdbc.sql("""
                insert into acceptance as a (post_id, comment_id, accepted_by, accepted_at)
                values (:post, :comment, :viewer, :now)
                on conflict (post_id) do update
                   set comment_id = excluded.comment_id, accepted_by = excluded.accepted_by,
                       accepted_at = excluded.accepted_at
                 where a.comment_id <> excluded.comment_id
                """)
                .param("post", post.id().value())
                .param("comment", answer.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
        if (accepted == 1) {
            tell(Activity.by(viewer.id().value()).accept(reference(answer)), post);
        }
    }

    /** It did not help after all. Twice is once. */
    public void unaccept(Viewer viewer, CommentId answer) {
        var post = decided(viewer, comments.find(viewer, answer));
        var undone = jdbc.sql("delete from acceptance where post_id = :post and comment_id = :comment")
                .param("post", post.id().value())
                .param("comment", answer.value())
                .update();
        if (undone == 1) {
            tell(Activity.by(viewer.id().value()).undo(reference(answer)), post);
        }
    }

    private Post decided(Viewer viewer, Comment comment) {
        lock(comment.post());
        var post = posts.find(viewer, comment.post());
        if (!isQuestion(post)) {
            throw new NotFound("question " + post.id());
        }
        if (!mayAccept(viewer, post)) {
            throw new Forbidden("only the asker and owners accept answers");
        }
        return post;
    }

    /** The viewer asks the same, and is told of answers. Twice is once. */
    public void follow(Viewer viewer, PostId id) {
        find(viewer, id);
        jdbc.sql("""
                insert into question_follow (post_id, person_id, since) values (:post, :viewer, :now)
                on conflict do nothing
                """)
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    public void unfollow(Viewer viewer, PostId id) {
        find(viewer, id);
        jdbc.sql("delete from question_follow where post_id = :post and person_id = :viewer")
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .update();
    }

    /** @throws NotFound also for a post that asks nothing */
    @Transactional(readOnly = true)
    public Post find(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!isQuestion(post)) {
            throw new NotFound("question " + id);
        }
        return post;
    }

    /** The questions of a list that the viewer may read, everywhere or in one community. */
    @Transactional(readOnly = true)
    public Slice<Post> list(
            Viewer viewer, Queue queue, @Nullable CommunityId community, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s, %s as queued_at
                  from readable_posts(:viewer) p
                  join question q on q.post_id = p.id
                  %s
                 where %s
                   and (:community::bigint is null or p.community_id = :community::bigint)
                   and (:at::timestamptz is null or (%s, p.id) %s (:at::timestamptz, :id))
                 order by %s %s, p.id %s
                 limit :limit
                """.formatted(
                                Reading.COLUMNS,
                                queue.time,
                                Reading.JOINS,
                                queue.condition,
                                queue.time,
                                queue.ascending ? ">" : "<",
                                queue.time,
                                queue.direction(),
                                queue.direction()))
                .param("viewer", viewer.id().value())
                .param("community", community == null ? null : community.value())
                .param("now", utc(clock.instant()))
                .param("at", utcOrNull(after == null ? null : after.time()))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Queued(Reading.of(row, number), instant(row, "queued_at")))
                .list();
        var slice = Slice.of(
                rows,
                limit,
                queued -> Cursor.at(queued.at(), queued.reading().id().value()));
        return whole.read(viewer, slice.map(Queued::reading));
    }

    private record Queued(Reading reading, Instant at) {}

    static boolean isQuestion(Post post) {
        return post.kind().equals(QuestionKind.CODE);
    }

    /** Whether the viewer, who reads it, says which answer helped. */
    static boolean mayAccept(Viewer viewer, Post post) {
        var place = post.place();
        return !post.archived() && (viewer.is(post.author().id()) || (place != null && place.owner()));
    }

    /** Whether a comment is one that can be accepted. */
    static boolean isAnswer(Comment comment, Post post) {
        return comment.replyTo() == null
                && !comment.removed()
                && !comment.author().id().equals(post.author().id());
    }

    // Two who decide at once come one after the other, and no answer is taken away in between.
    private void lock(PostId id) {
        jdbc.sql("select 1 from question where post_id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private void tell(Activity activity, Post post) {
        var place = post.place();
        var audience = place == null
                ? new Reference("person", post.author().id().value())
                : new Reference("community", place.id().value());
        journal.append(activity.to(new Reference(Posts.KIND, post.id().value())).in(audience));
    }

    private static Reference reference(CommentId id) {
        return new Reference(Comments.KIND, id.value());
    }
}
