package org.parvis.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements read from a database's own description of itself. */
final class Schema {

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
