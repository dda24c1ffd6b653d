package org.parvis.notifications;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonCard;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.text.Excerpt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something one person is told: who did it last, how many did, and the post or community it is about. What may not be
 * read any more is not among them.
 */
public record Notification(
        NotificationId id,
        NotificationKind kind,
        List<PersonCard> actors,
        int others,
        int count,
        @Nullable PostId post,
        @Nullable CommentId comment,
        @Nullable String community,
        @Nullable String communityName,
        String words,
        @Nullable String reason,
        @Nullable Told report,
        boolean unread,
        Instant at,
        long position) {

    /** The report it is about, the thing that was reported, and what became of it, once something did. */
    public record Told(long id, @Nullable String outcome, String kind, long thing) {}

    private static final int EXCERPT = 90;

    /** Where it leads. */
    public String href() {
        return switch (kind) {
            case MENTION,
                    COMMENT,
                    REPLY,
                    CALLED,
                    ANSWERED,
                    ACCEPTED,
                    OVERDUE_SOON,
                    PRAISED,
                    COMMUNITY_PRAISED,
                    ANNOUNCED,
                    REMINDED,
                    FOLLOWED,
                    BOOKMARK -> comment == null ? "/posts/" + post : "/comments/" + comment;
            case COMMENT_REMOVED -> "/posts/" + post;
            case POST_REMOVED -> community == null ? "/" : "/communities/" + community;
            case REQUEST -> "/communities/" + community + "/members";
            case AGREED, ADDED, INVITED -> "/communities/" + community;
            case REPORT, REPORT_HANDLED -> report == null ? "/reports" : "/reports/" + report.id();
            case REPORT_DECIDED -> report == null ? "/" : thing(report);
            case UNPUBLISHED, COAUTHOR -> "/drafts";
            case TOKEN, RESET_LINK, MAIL_READ -> "/settings";
        };
    }

    public String messageKey() {
        return "notifications.kind." + kind.code()
                + (report == null || report.outcome() == null ? "" : "." + report.outcome());
    }

    private static String thing(Told report) {
        return switch (report.kind()) {
            case "person" -> "/people/" + report.thing();
            case "community" -> "/communities/" + report.thing();
            default -> "/" + report.kind() + "s/" + report.thing();
        };
    }

    /** What was done, to be read after the name of whoever did it last. */
    public String predicate(Messages messages, Locale locale) {
        return messages.text(locale, messageKey(), others, words, communityName == null ? "" : communityName);
    }

    /** The whole sentence, as programs read it. */
    public String text(Messages messages, Locale locale) {
        var predicate = predicate(messages, locale);
        return actors.isEmpty() ? predicate : actors.getFirst().name() + " " + predicate;
    }

    static Notification of(ResultSet row, int number) throws SQLException {
        var kind = NotificationKind.of(row.getString("kind"));
        var post = row.getObject("post_id", Long.class);
        var comment = row.getObject("comment_id", Long.class);
        var community = row.getObject("community_id", Long.class);
        var text = row.getString("words");
        return new Notification(
                new NotificationId(row.getLong("id")),
                kind,
                row.getObject("actor_id", Long.class) == null ? List.of() : List.of(actor(row)),
                Math.max(0, ((Long[]) row.getArray("actors").getArray()).length - 1),
                row.getInt("count"),
                post == null ? null : new PostId(post),
                comment == null ? null : new CommentId(comment),
                community == null ? null : community.toString(),
                row.getString("community_name"),
                text == null ? "" : Excerpt.of(text, EXCERPT),
                row.getString("reason"),
                told(row),
                row.getObject("read_at") == null,
                instant(row, "at"),
                row.getLong("position"));
    }

    private static @Nullable Told told(ResultSet row) throws SQLException {
        var id = row.getObject("report_id", Long.class);
        return id == null
                ? null
                : new Told(id, row.getString("outcome"), row.getString("thing_kind"), row.getLong("thing_id"));
    }

    private static PersonCard actor(ResultSet row) throws SQLException {
        return PersonCard.of(row, "actor");
    }
}
