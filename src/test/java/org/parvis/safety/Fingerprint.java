package org.parvis.safety;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything the database holds, one number per table; the table of a changed row is named when two differ. */
final class Fingerprint {

    // What reading or being refused may leave behind: visits, marks of what was seen and their echo, counted attempts,
    // jobs.
    private static final Set<String> TRACES = Set.of(
            "flyway_schema_history",
            "scheduled_tasks",
            "throttle",
            "feed_visit",
            "newcomer",
            "announcement_reading",
            "post_reader",
            "post_reach",
            "notification",
            "mail_line",
            "mail_digest",
            "journal",
            "journal_cursor",
            "journal_head",
            "sign_in_session",
            "access_token",
            "audit",
            "charter_acceptance",
            "idempotency_key");

    static Map<String, String> of(JdbcClient jdbc) {
        var prints = new TreeMap<String, String>();
        for (var table : tables(jdbc)) {
            prints.put(
                    table,
                    jdbc.sql(
                                    "select count(*) || ' rows ' || coalesce(sum(hashtextextended(to_jsonb(t)::text, 0)), 0) from %s t"
                                            .formatted(table))
                            .query(String.class)
                            .single());
        }
        return prints;
    }

    /** The tables that are not what they were. */
    static List<String> changed(JdbcClient jdbc, Map<String, String> before) {
        var now = of(jdbc);
        return before.keySet().stream()
                .filter(table -> !java.util.Objects.equals(before.get(table), now.get(table)))
                .toList();
    }

    private static List<String> tables(JdbcClient jdbc) {
        return jdbc
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .filter(table -> !TRACES.contains(table) && !table.startsWith("journal_2"))
                .toList();
    }

    private Fingerprint() {}
}
