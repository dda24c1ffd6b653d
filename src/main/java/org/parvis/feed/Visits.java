package org.parvis.feed;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When somebody last came to look at a view. A visit that is under way lasts as long on every node, so that whoever knows of
 * it need neither ask nor write.
 */
@Repository
class Visits {

    /** How long a visit lasts: what was new at its beginning stays marked. */
    static final Duration LENGTH = Duration.ofMinutes(30);

    private record Place(long person, View view) {}

    /** {@code since} is when it began, {@code until} when the one before it did. */
    private record Visit(Instant since, @Nullable Instant until) {

        boolean isUnderWay(Instant now) {
            return now.isBefore(since.plus(LENGTH));
        }

        static Visit of(ResultSet row, int number) throws SQLException {
            return new Visit(instant(row, "seen_at"), instantOrNull(row, "previous_seen_at"));
        }
    }

    private final Cache<Place, Visit> underWay =
            Caffeine.newBuilder().expireAfterWrite(LENGTH).maximumSize(100_000).build();
    private final JdbcClient jdbc;
    private final Clock clock;

    Visits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A visit begins, unless one is under way; what came after the one before it is unread. */
    void begin(Viewer viewer, View view) {
        var place = new Place(viewer.id().value(), view);
        var now = clock.instant();
        var known = underWay.getIfPresent(place);
        if (known == null || !known.isUnderWay(now)) underWay.put(place, begun(place, now));
    }

    /** What was published after this moment is unread in the view; null: nothing is, to somebody who never came before. */
    @Nullable
    Instant until(Viewer viewer, View view) {
        var place = new Place(viewer.id().value(), view);
        var now = clock.instant();
        var known = underWay.getIfPresent(place);
        if (known == null || !known.isUnderWay(now)) known = read(place);
        if (known == null) return null;
        if (!known.isUnderWay(now)) return known.since();
        underWay.put(place, known);
        return known.until();
    }

    /** As a node that has just started. */
    void forget() {
        underWay.invalidateAll();
    }

    // One that is under way on another node stays what it is.
    private Visit begun(Place place, Instant now) {
        return jdbc.sql("""
                insert into feed_visit as v (person_id, view, seen_at) values (:viewer, :view, :now)
                on conflict (person_id, view) do update
                   set previous_seen_at = case when v.seen_at <= :before then v.seen_at else v.previous_seen_at end,
                       seen_at = case when v.seen_at <= :before then excluded.seen_at else v.seen_at end
                returning seen_at, previous_seen_at
                """)
                .param("viewer", place.person())
                .param("view", place.view().code())
                .param("now", utc(now))
                .param("before", utc(now.minus(LENGTH)))
                .query(Visit::of)
                .single();
    }

    private @Nullable Visit read(Place place) {
        return jdbc.sql("select seen_at, previous_seen_at from feed_visit where person_id = :viewer and view = :view")
                .param("viewer", place.person())
                .param("view", place.view().code())
                .query(Visit::of)
                .optional()
                .orElse(null);
    }
}
