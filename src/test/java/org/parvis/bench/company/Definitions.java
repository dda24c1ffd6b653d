package org.parvis.bench.company;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Keys, indexes and triggers of the large tables, taken away while rows come in and put back as the catalogue described
 * them.
 */
final class Definitions {

    /** Those that are written with {@code COPY}, in the search path. */
    private static final List<String> TABLES = List.of(
            "membership",
            "person_follow",
            "post",
            "comment",
            "post_reaction",
            "comment_reaction",
            "mention",
            "post_topic",
            "question",
            "acceptance",
            "poll",
            "poll_option",
            "poll_voter",
            "poll_vote",
            "article",
            "announcement");

    private static final String LARGE = "any (array['" + String.join("', '", TABLES) + "']::regclass[]::oid[])";

    private static final String REFERENCES = """
            from pg_constraint where contype = 'f' and conparentid = 0 and (conrelid = %1$s or confrelid = %1$s)
            """.formatted(LARGE);

    private static final String KEYS = "from pg_constraint where contype in ('p', 'u') and conrelid = " + LARGE;

    private static final String INDEXES = """
            from pg_index where indrelid = %s
             and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
            """.formatted(LARGE);

    private static final String ADD = """
            select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            """;

    private static final String DROP = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname)
            """;

    private Definitions() {}

    /** What puts them back is kept in the same transaction. */
    static void takeAway(Connection connection) throws SQLException {
        var back = List.of(
                ADD + KEYS + " order by 1",
                "select pg_get_indexdef(indexrelid) " + INDEXES + " order by 1",
                ADD + REFERENCES + " order by 1");
        for (var query : back) keep(connection, query);
        for (var table : TABLES) {
            keep(connection, "select 'alter table %s enable trigger user'".formatted(table));
            Ledger.execute(connection, "alter table %s disable trigger user".formatted(table));
        }
        var away = List.of(
                DROP + REFERENCES, DROP + KEYS, "select format('drop index %s', indexrelid::regclass) " + INDEXES);
        for (var query : away) {
            for (var statement : Ledger.texts(connection, query)) Ledger.execute(connection, statement);
        }
    }

    /** Statement by statement, each once. */
    static void putBack(Connection connection, Ledger ledger, Progress progress) throws SQLException, IOException {
        var statements = Ledger.texts(connection, "select statement from bench.definition order by number");
        connection.commit();
        for (var number = 0; number < statements.size(); number++) {
            var statement = statements.get(number);
            progress.says("%d of %d: %s".formatted(number + 1, statements.size(), statement));
            ledger.once("definition " + number, work -> Ledger.execute(work, statement));
        }
    }

    private static void keep(Connection connection, String query) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into bench.definition (number, statement)
                select (select count(*) from bench.definition) + row_number() over (), statement from (%s) as kept (statement)
                """.formatted(query))) {
            insert.executeUpdate();
        }
    }
}
