package org.parvis.bench.company;

import org.parvis.testing.TestPostgres;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A small company in a database of its own: 200 people, 30 communities, a year. */
record Filled(String address) {

    static final Blueprint SMALL = new Blueprint(200, 30, 1, 1, 7, Instant.parse("2026-11-25T16:00:00Z"));

    private static final PrintStream SILENCE = new PrintStream(OutputStream.nullOutputStream());

    static Filled empty() {
        return new Filled(TestPostgres.freshDatabase());
    }

    static Filled with(Blueprint company) throws SQLException, IOException, InterruptedException {
        var filled = empty();
        filled.fill(company);
        return filled;
    }

    void fill(Blueprint company) throws SQLException, IOException, InterruptedException {
        try (var connection = connect()) {
            filling(connection, company).run();
        }
    }

    static Filling filling(Connection connection, Blueprint company) throws SQLException {
        return new Filling(connection, company, SILENCE);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(address);
    }

    List<String> rows(String sql) throws SQLException {
        try (var connection = connect()) {
            return Ledger.texts(connection, sql);
        }
    }

    double number(String sql) throws SQLException {
        return Double.parseDouble(rows(sql).getFirst());
    }

    /** Every row of every table that a filling writes, but for numbers that a sequence gives and transactions have. */
    List<String> content() throws SQLException {
        var tables = List.of(
                "person",
                "credential",
                "network_role",
                "expertise",
                "community",
                "membership",
                "person_follow",
                "topic",
                "post",
                "comment",
                "post_reaction",
                "comment_reaction",
                "(select post_id, comment_id, person_id from mention)",
                "post_topic",
                "question",
                "acceptance",
                "poll",
                "poll_option",
                "poll_voter",
                "poll_vote",
                "article",
                "announcement",
                "announcement_reading",
                "(select person_id, kind, subject_id, comment_id, actors, count, position, at, read_at from notification)",
                """
                (select inserted_at, position, actor, verb, object_kind, object_id, target_kind, target_id,
                        audience_kind, audience_id from journal)
                """,
                "journal_head",
                "journal_cursor",
                "topic_follow",
                "pin",
                "bookmark",
                "post_reader",
                "post_reach",
                "feed_visit");
        var content = new ArrayList<String>();
        for (var table : tables) {
            content.add(table + ": " + rows("""
                            select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), 'none')
                              from %s t
                            """.formatted(table)).getFirst());
        }
        return content;
    }

    /** Keys, references, indexes and triggers, as the catalogue describes them; without the journal's months. */
    List<String> definitions() throws SQLException {
        return rows("""
                select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as definition
                  from pg_constraint
                 where connamespace = current_schema()::regnamespace and conrelid::regclass::text !~ '^journal_\\d'
                union all
                select format('%s %s', pg_get_indexdef(indexrelid), indisvalid)
                  from pg_index
                  join pg_class on pg_class.oid = indrelid
                 where relnamespace = current_schema()::regnamespace and indrelid::regclass::text !~ '^journal_\\d'
                union all
                select format('%s %s %s', tgrelid::regclass, tgname, tgenabled)
                  from pg_trigger
                  join pg_class on pg_class.oid = tgrelid
                 where not tgisinternal and relnamespace = current_schema()::regnamespace
                 order by definition
                """);
    }
}
