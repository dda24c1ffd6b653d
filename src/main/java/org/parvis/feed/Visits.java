package org.parvis.feed;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.database.Columns;
import org.parvis.platform.database.WrittenLater;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When somebody last came to look at a view. A visit that is under way lasts as long on every node, so that whoever knows of
 * it need neither ask nor write; that one has begun is written a little later, many at once.
 */
@Repository
class Visits implements DisposableBean {

    /** How long a visit lasts: what was new at its beginning stays marked. */
    static final Duration LENGTH = Duration.ofMinutes(30);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 50_000;

    private record Place(long person, View view) {}

    private record Beginning(Place place, Instant at) {}

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
    private final WrittenLater<Beginning> beginnings = new WrittenLater<>(PAUSE, MOST, this::write);
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
        beginnings.flush();
        underWay.invalidateAll();
    }

    /** What began in the last seconds is written while there is a database. */
    @Override
    public void destroy() {
        beginnings.flush();
    }

    private Visit begun(Place place, Instant now) {
        var last = read(place);
        if (last != null && last.isUnderWay(now)) return last;
        beginnings.note(new Beginning(place, now));
        return new Visit(now, last == null ? null : last.since());
    }

    // One that is under way, begun on another node meanwhile, stays what it is.
    private void write(List<Beginning> begun) {
        jdbc.sql("""
                insert into feed_visit as v (person_id, view, seen_at)
                select distinct on (p.id, begun.view) p.id, begun.view, begun.at::timestamptz
                  from unnest(:people::bigint[], :views::text[], :ats::text[]) begun (person, view, at)
                  join person p on p.id = begun.person
                 order by p.id, begun.view, begun.at
                on conflict (person_id, view) do update
                   set previous_seen_at = v.seen_at, seen_at = excluded.seen_at
                 where v.seen_at <= excluded.seen_at - make_interval(secs => :length)
                """)
                .param(
                        "people",
                        Columns.numbers(begun, beginning -> beginning.place().person()))
                .param(
                        "views",
                        Columns.texts(
                                begun, beginning -> beginning.place().view().code()))
                .param("ats", Columns.times(begun, Beginning::at))
                .param("length", LENGTH.toSeconds())
                .update();
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
