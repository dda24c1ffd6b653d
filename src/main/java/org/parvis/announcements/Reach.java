package org.parvis.announcements;

import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * How far an announcement comes.
 *
 * @param reached how many people it is brought to, its author not counted
 * @param seen how many of them have had it before their eyes
 * @param acknowledged how many of them confirmed that they read it
 * @param toldAt when they were told or reminded last; null when they never are
 */
public record Reach(
        long reached,
        long seen,
        long acknowledged,
        @Nullable Instant toldAt) {

    /** Counts for the announcement {@code :post}. */
    static final String COUNTED = """
            select count(*) as reached, count(r.person_id) as seen, count(r.acknowledged_at) as acknowledged,
                   (select max(begun_at) from announcement_round where post_id = :post) as told_at
              from announcement a
              join post p on p.id = a.post_id
             cross join lateral %s
              left join announcement_reading r on r.post_id = a.post_id and r.person_id = t.id
             where a.post_id = :post and t.id <> p.author_id
            """.formatted(Targeting.OF_ANNOUNCEMENT);

    public long missing() {
        return reached - acknowledged;
    }

    /** Of those it is brought to, in whole per cent. */
    public int share(long people) {
        return reached == 0 ? 0 : (int) Math.round(100.0 * people / reached);
    }

    static Reach of(ResultSet row, int number) throws SQLException {
        return new Reach(
                row.getLong("reached"),
                row.getLong("seen"),
                row.getLong("acknowledged"),
                instantOrNull(row, "told_at"));
    }
}
