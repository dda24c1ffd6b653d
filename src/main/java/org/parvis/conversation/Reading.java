package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/**
 * That the viewer may read a post, and what of it is theirs alone. Lists select it {@code from readable_posts(:viewer) p};
 * what the post says is kept in memory and joined to it by {@link WholePosts}.
 *
 * @param role what the viewer is in its community, null for nothing
 * @param mine the viewer's own reactions
 * @param seenBy for its author: by how many people at least it was opened
 */
public record Reading(
        PostId id,
        Instant publishedAt,
        Instant activeAt,
        @Nullable String role,
        Set<Reaction> mine,
        Attention attention,
        @Nullable Integer seenBy) {

    /** For {@code p} from {@code readable_posts(:viewer) p}. */
    public static final String COLUMNS = """
            p.id, p.published_at, p.active_at,
            (select m.role from membership m where m.community_id = p.community_id and m.person_id = :viewer) as place_role,
            """
            + ReactionCounts.mine("post_reaction", "post_id", "p") + ",\n"
            + ReaderCounts.COLUMN + ",\n"
            + Attention.COLUMNS;

    /** What {@link #COLUMNS} reads from, beside {@code p} itself. */
    public static final String JOINS = Attention.JOINS;

    public static Reading of(ResultSet row, int number) throws SQLException {
        return new Reading(
                new PostId(row.getLong("id")),
                instant(row, "published_at"),
                instant(row, "active_at"),
                row.getString("place_role"),
                ReactionCounts.mine(row),
                Attention.of(row),
                ReaderCounts.of(row));
    }

    public Cursor byActivity() {
        return Cursor.at(activeAt, id.value());
    }

    public Cursor byPublication() {
        return Cursor.at(publishedAt, id.value());
    }
}
