package org.parvis.platform.backup;

import org.parvis.platform.settings.Refusal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Statements read from a database's own description of itself. */
final class Schema {

    private static final Pattern SEQUENCE = Pattern.compile("select setval\\('[a-z0-9_]+', -?[0-9]+, '[tf]'\\);");
    private static final Pattern PARTITION =
            Pattern.compile("create table if not exists [a-z0-9_]+ partition of [a-z0-9_]+"
                    + " (DEFAULT|FOR VALUES FROM \\('[0-9 :+-]+'\\) TO \\('[0-9 :+-]+'\\));");

    private Schema() {}

    static String sequences(Connection connection) throws SQLException {
        return String.join("", lines(connection, """
                select format(E'select setval(%L, %s, %L);\\n', quote_ident(sequencename),
                              coalesce(last_value, start_value), last_value is not null)
                  from pg_sequences
                 where schemaname = current_schema()
                 order by sequencename
                """));
    }

    static String partitions(Connection connection) throws SQLException {
        return String.join("", lines(connection, """
                select format(E'create table if not exists %s partition of %s %s;\\n', part.oid::regclass,
                              inhparent::regclass, pg_get_expr(part.relpartbound, part.oid))
                  from pg_inherits
                  join pg_class part on part.oid = inhrelid
                 where part.relispartition and part.relkind in ('r', 'p')
                   and part.relnamespace = current_schema()::regnamespace
                 order by part.relname
                """));
    }

    /** The statements of {@link #sequences}, and nothing else, since a backup comes from elsewhere. */
    static List<String> onlySequences(String sql) {
        return only(SEQUENCE, sql);
    }

    /** The statements of {@link #partitions}, and nothing else. */
    static List<String> onlyPartitions(String sql) {
        return only(PARTITION, sql);
    }

    private static List<String> only(Pattern known, String sql) {
        var statements = sql.lines().toList();
        for (var statement : statements) {
            if (!known.matcher(statement).matches()) {
                throw new Refusal("The backup holds a statement that Parvis does not write: " + statement);
            }
        }
        return statements;
    }

    /** Foreign keys go while the rows come in, since tables may name each other in a circle. */
    static List<String> droppingForeignKeys(Connection connection) throws SQLException {
        return lines(connection, """
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                  from pg_constraint
                 where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
                """);
    }

    static List<String> addingForeignKeys(Connection connection) throws SQLException {
        return lines(connection, """
                select format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                              pg_get_constraintdef(oid))
                  from pg_constraint
                 where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace
                """);
    }

    static List<String> triggers(Connection connection, String enableOrDisable) throws SQLException {
        return lines(connection, """
                select distinct format('alter table %%s %s trigger user', tgrelid::regclass)
                  from pg_trigger
                  join pg_class on pg_class.oid = tgrelid
                 where not tgisinternal and tgparentid = 0 and relnamespace = current_schema()::regnamespace
                """.formatted(enableOrDisable));
    }

    private static List<String> lines(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var lines = new ArrayList<String>();
            while (row.next()) lines.add(row.getString(1));
            return lines;
        }
    }
}
