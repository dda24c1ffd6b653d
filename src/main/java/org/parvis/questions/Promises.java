package org.parvis.questions;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.network.WorkingHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** What the network promises to those who ask, and what communities promise instead. */
@Service
@Transactional
public class Promises {

    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is promised there: the community's own, or the network's; on walls, where none is named, the network's. */
    @Transactional(readOnly = true)
    public Promise of(@Nullable CommunityId community) {
        return jdbc.sql("""
                select hours, days, opens, closes, zone, country
                  from question_promise
                 where community_id = :community::bigint or community_id is null
                 order by community_id is null
                 limit 1
                """)
                .param("community", community == null ? null : community.value())
                .query(Promises::one)
                .optional()
                .orElseGet(Promise::usual);
    }

    /** What this community promises of its own. */
    @Transactional(readOnly = true)
    public Optional<Promise> own(CommunityId community) {
        return jdbc.sql("""
                select hours, days, opens, closes, zone, country from question_promise where community_id = :community
                """)
                .param("community", community.value())
                .query(Promises::one)
                .optional();
    }

    /** Promises that from now on; to those who have asked already what was promised then still is. */
    void keep(Viewer by, @Nullable CommunityId community, Promise promise) {
        var calendar = promise.calendar();
        jdbc.sql("""
                insert into question_promise (community_id, hours, days, opens, closes, zone, country, changed_by, changed_at)
                values (:community::bigint, :hours, :days, :opens, :closes, :zone, :country, :by, :now)
                on conflict (community_id) do update
                   set hours = excluded.hours, days = excluded.days, opens = excluded.opens, closes = excluded.closes,
                       zone = excluded.zone, country = excluded.country, changed_by = excluded.changed_by,
                       changed_at = excluded.changed_at
                """)
                .param("community", community == null ? null : community.value())
                .param("hours", promise.hours())
                .param("days", calendar.hours().numbers())
                .param("opens", calendar.hours().from())
                .param("closes", calendar.hours().until())
                .param("zone", calendar.zone().getId())
                .param("country", calendar.country())
                .param("by", by.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The community promises again what the network does. */
    void forget(CommunityId community) {
        jdbc.sql("delete from question_promise where community_id = :community")
                .param("community", community.value())
                .update();
    }

    private static Promise one(ResultSet row, int number) throws SQLException {
        return new Promise(
                row.getInt("hours"),
                new WorkingCalendar(
                        WorkingHours.of(
                                row.getArray("days"),
                                row.getObject("opens", LocalTime.class),
                                row.getObject("closes", LocalTime.class)),
                        ZoneId.of(row.getString("zone")),
                        row.getString("country")));
    }
}
