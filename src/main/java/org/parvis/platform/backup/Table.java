package org.parvis.platform.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A table and the columns that are written, rather than computed, in it. Names are ready to stand in SQL. */
record Table(String name, String columns) {

    /** Every table but the schema's own history; a partitioned one stands for its parts. */
    static List<Table> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select t.oid::regclass::text as name,
                               string_agg(quote_ident(c.attname), ', ' order by c.attnum) as columns
                          from pg_class t
                          join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
                         where t.relkind in ('r', 'p')
                           and not t.relispartition
                           and t.relnamespace = current_schema()::regnamespace
                           and t.relname <> 'flyway_schema_history'
                           and c.attgenerated = ''
                         group by t.oid
                         order by 1
                        """)) {
            var tables = new ArrayList<Table>();
            while (row.next()) tables.add(new Table(row.getString("name"), row.getString("columns")));
            return tables;
        }
    }

    String copyOut() {
        return "copy (select %s from %s) to stdout".formatted(columns, name);
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(name, columns);
    }
}
