package org.parvis.conversation;

import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a post is to the viewer alone.
 *
 * @param remindAt when they are to be reminded of what they bookmarked
 * @param watch what they are told of its thread; null where they chose nothing
 */
public record Attention(
        boolean bookmarked,
        @Nullable Instant remindAt,
        @Nullable Watch watch) {

    /** For {@code p}; needs the parameter {@code :viewer}. */
    static final String COLUMNS = """
            kept.since is not null as bookmarked, kept.remind_at, watched.muted as watch_muted
            """;

    /** What {@link #COLUMNS} reads from: one row at most of each, by its primary key. */
    static final String JOINS = """
              left join bookmark kept on kept.post_id = p.id and kept.person_id = :viewer
              left join thread_watch watched on watched.post_id = p.id and watched.person_id = :viewer
            """;

    static Attention of(ResultSet row) throws SQLException {
        var muted = row.getObject("watch_muted", Boolean.class);
        return new Attention(
                row.getBoolean("bookmarked"),
                instantOrNull(row, "remind_at"),
                muted == null ? null : muted ? Watch.MUTED : Watch.FOLLOWED);
    }

    /** Whether they did nothing about it. */
    boolean isNone() {
        return !bookmarked && watch == null;
    }

    public boolean follows() {
        return watch == Watch.FOLLOWED;
    }

    public boolean muted() {
        return watch == Watch.MUTED;
    }
}
