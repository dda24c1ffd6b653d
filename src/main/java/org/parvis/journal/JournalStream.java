package org.parvis.journal;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal read from any position on, as a live page does after a break with its Last-Event-Id. */
@Repository
public class JournalStream {

    private final JdbcClient jdbc;

    JournalStream(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of the newest entry, 0 before the first. */
    public long newest() {
        return jdbc.sql("select position from journal_head").query(Long.class).single();
    }

    /** At most {@code limit} entries that follow a position, in order. */
    public List<Entry> read(long after, int limit) {
        return jdbc.sql("""
                select position, id, actor, verb, object_kind, object_id, target_kind, target_id,
                       audience_kind, audience_id, inserted_at, quiet
                  from journal
                 where position > :after
                 order by position
                 limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(JournalStream::entry)
                .list();
    }

    /** When the oldest row was written that has no position yet. */
    Optional<Instant> oldestUnstamped() {
        return jdbc.sql("select inserted_at from journal where position is null order by inserted_at limit 1")
                .query((row, number) -> Times.instant(row, "inserted_at"))
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getLong("id"),
                row.getObject("actor", Long.class),
                Verb.of(row.getString("verb")),
                new Reference(row.getString("object_kind"), row.getLong("object_id")),
                reference(row, "target"),
                reference(row, "audience"),
                Times.instant(row, "inserted_at"),
                row.getBoolean("quiet"));
    }

    private static @Nullable Reference reference(ResultSet row, String role) throws SQLException {
        var kind = row.getString(role + "_kind");
        return kind == null ? null : new Reference(kind, row.getLong(role + "_id"));
    }
}
