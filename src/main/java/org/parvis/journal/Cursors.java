package org.parvis.journal;

import org.parvis.platform.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.Optional;

/** How far each reader has come, and what it had to leave behind. */
@Repository
class Cursors {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cursors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(String name) {
        jdbc.sql("insert into journal_cursor (name, position) values (:name, 0) on conflict (name) do nothing")
                .param("name", name)
                .update();
    }

    /** How many entries a reader has before it. */
    long behind(String name) {
        return jdbc.sql("""
                select head.position - cursor.position
                  from journal_head head, journal_cursor cursor
                 where cursor.name = :name
                """).param("name", name).query(Long.class).single();
    }

    /** Where a reader stands, ours until the transaction ends; empty while another node reads for it. */
    Optional<Long> take(String name) {
        return jdbc.sql("select position from journal_cursor where name = :name for update skip locked")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    void move(String name, long position) {
        jdbc.sql("update journal_cursor set position = :position where name = :name")
                .param("position", position)
                .param("name", name)
                .update();
    }

    void park(String name, long position, String error) {
        jdbc.sql("""
                insert into journal_parked (reader, position, error, parked_at)
                values (:name, :position, left(:error, 4000), :now)
                on conflict (reader, position) do nothing
                """)
                .param("name", name)
                .param("position", position)
                .param("error", error)
                .param("now", Times.utc(clock.instant()))
                .update();
    }
}
