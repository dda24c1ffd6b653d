package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/**
 * That the viewer may read a comment, and what of it is theirs alone or of this moment; what it says is kept in memory, as
 * with a {@link Reading} of a post.
 *
 * @param role what the viewer is in the community of its post, null for nothing
 * @param mine the viewer's own reactions
 * @param replies how many answers to it the viewer may read
 */
record CommentReading(
        CommentId id,
        @Nullable CommentId replyTo,
        Instant publishedAt,
        @Nullable String role,
        Set<Reaction> mine,
        long replies) {

    /** For {@code k} of {@code p} from {@code readable_posts(:viewer) p}. */
    static final String COLUMNS = """
            k.id, k.reply_to, k.published_at,
            (select m.role from membership m where m.community_id = p.community_id and m.person_id = :viewer) as place_role,
            (select count(*) from comment r where r.reply_to = k.id and stands(r, :viewer)) as reply_count,
            """ + ReactionCounts.mine("comment_reaction", "comment_id", "k");

    static CommentReading of(ResultSet row, int number) throws SQLException {
        var replyTo = row.getObject("reply_to", Long.class);
        return new CommentReading(
                new CommentId(row.getLong("id")),
                replyTo == null ? null : new CommentId(replyTo),
                instant(row, "published_at"),
                row.getString("place_role"),
                ReactionCounts.mine(row),
                row.getLong("reply_count"));
    }

    Cursor cursor() {
        return Cursor.at(publishedAt, id.value());
    }
}
