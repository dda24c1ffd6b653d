package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.AttachmentRows;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Drawings;
import org.parvis.platform.web.Page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An answer to a post, or to such an answer. One that was removed, or is hidden from the viewer, while others answered it
 * stays as an empty place, so that the answers keep theirs.
 *
 * @param hidden whether others than its author do not see it
 * @param drawings what templates drew of it, for all who have it from memory
 */
public record Comment(
        CommentId id,
        PostId post,
        @Nullable CommentId replyTo,
        PersonCard author,
        String text,
        String html,
        @Nullable String language,
        Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable Instant removedAt,
        boolean removedByAuthor,
        boolean hidden,
        @Nullable Place place,
        @Nullable String source,
        ReactionCounts reactions,
        List<Attachment> files,
        List<Comment> replies,
        long replyCount,
        Drawings drawings) {

    /** Everything a comment needs, for {@code k} from comment, joined as {@link #JOINS}. */
    public static final String COLUMNS = """
            k.id, k.post_id, k.reply_to, k.text, k.language, k.published_at, k.edited_at, k.source,
            case when not stands(k, :viewer) then coalesce(k.deleted_at, k.hidden_at) end as gone_at,
            k.hidden_at is not null as hidden,
            k.deleted_at is not null and (k.deleted_by is null or k.deleted_by = k.author_id) as removed_by_author,
            (select count(*) from comment r where r.reply_to = k.id and stands(r, :viewer)) as reply_count,
            """
            + PersonCard.columns("author") + ",\n"
            + Place.COLUMNS + ",\n"
            + ReactionCounts.columns("comment_reaction", "comment_id", "k") + ",\n"
            + MentionedNames.columns("m.post_id = k.post_id and m.comment_id = k.id") + ",\n"
            + Attachments.column(Comments.KIND, "k.id");

    /** Comments of posts that the viewer may read, and nothing else. */
    static final String JOINS = """
              from readable_posts(:viewer) p
              join comment k on k.post_id = p.id
              join person author on author.id = k.author_id
              left join community place on place.id = p.community_id
            """;

    public static Comment of(ResultSet row, int number) throws SQLException {
        var replyTo = row.getObject("reply_to", Long.class);
        var removed = row.getObject("gone_at") != null;
        var text = removed ? "" : row.getString("text");
        return new Comment(
                new CommentId(row.getLong("id")),
                new PostId(row.getLong("post_id")),
                replyTo == null ? null : new CommentId(replyTo),
                PersonCard.of(row, "author"),
                text,
                Markdown.html(text, MentionedNames.of(row)),
                row.getString("language"),
                instant(row, "published_at"),
                instantOrNull(row, "edited_at"),
                instantOrNull(row, "gone_at"),
                row.getBoolean("removed_by_author"),
                row.getBoolean("hidden"),
                Place.of(row),
                row.getString("source"),
                ReactionCounts.of(row),
                removed ? List.of() : AttachmentRows.of(row),
                List.of(),
                row.getLong("reply_count"),
                new Drawings());
    }

    /** As one reader has it: from what is the same for everybody, and what is theirs. */
    Comment as(CommentReading reading) {
        return new Comment(
                id,
                post,
                replyTo,
                author,
                text,
                html,
                language,
                publishedAt,
                editedAt,
                removedAt,
                removedByAuthor,
                hidden,
                place == null ? null : place.as(reading.role()),
                source,
                reactions.with(reading.mine()),
                files,
                replies,
                reading.replies(),
                drawings);
    }

    Comment with(List<Comment> replies) {
        return new Comment(
                id,
                post,
                replyTo,
                author,
                text,
                html,
                language,
                publishedAt,
                editedAt,
                removedAt,
                removedByAuthor,
                hidden,
                place,
                source,
                reactions,
                files,
                List.copyOf(replies),
                replyCount,
                drawings);
    }

    /** A comment and the post it answers, both as one reader has them. */
    public record InThread(Post post, Comment comment) {}

    /** What it says and its bar, drawn once for all who are shown the same; {@code focused} after the reader's own doing. */
    public Content drawn(Page page, Viewer viewer, Post post, boolean focused, Content content) {
        var way = new Way(
                reactions.mine(),
                viewer.is(author.id()),
                mayReply(viewer),
                mayEdit(viewer),
                mayDelete(viewer),
                mayReadHistory(viewer));
        return focused ? content : drawings.of(page, new InThread(post, this), way, content);
    }

    /** What of it is not the same for everybody, beside what is left open. */
    private record Way(Set<Reaction> mine, boolean own, boolean reply, boolean edit, boolean delete, boolean history) {}

    /** Leads to its place in the thread, wherever that is by then. */
    public String href() {
        return "/comments/" + id;
    }

    /** Its name in the page. */
    public String anchor() {
        return "comment_" + id;
    }

    public boolean edited() {
        return editedAt != null;
    }

    public boolean removed() {
        return removedAt != null;
    }

    /** The comment that an answer to this one belongs under: there is one level of replies. */
    public CommentId thread() {
        return replyTo == null ? id : replyTo;
    }

    /** Replies that the page does not show yet. */
    public long moreReplies() {
        return replyCount - replies.stream().filter(reply -> !reply.removed()).count();
    }

    /** Where the replies that the page shows end. */
    public Cursor lastShown() {
        var last = replies.isEmpty() ? this : replies.getLast();
        return Cursor.at(last.publishedAt, last.id.value());
    }

    public boolean archived() {
        return place != null && place.archived();
    }

    public boolean mayReply(Viewer viewer) {
        return !archived() && (place == null ? viewer.employee() : place.member());
    }

    public boolean mayReact() {
        return !removed() && !archived();
    }

    public boolean mayEdit(Viewer viewer) {
        return !removed() && mayReply(viewer) && viewer.is(author.id()) && source == null;
    }

    public boolean mayDelete(Viewer viewer) {
        return !removed() && !archived() && (viewer.is(author.id()) || looksAfter());
    }

    public boolean mayReadHistory(Viewer viewer) {
        return edited() && !removed() && (viewer.is(author.id()) || looksAfter());
    }

    private boolean looksAfter() {
        return place != null && place.owner();
    }
}
