package org.parvis.platform.backup;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    /** Whether nothing is named that the other does not have. */
    boolean isPartOf(@Nullable Table other) {
        return other != null && Set.of(other.columns.split(", ")).containsAll(Set.of(columns.split(", ")));
    }

    String copyOut() {
        return "copy (select %s from %s) to stdout".formatted(columns, name);
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(name, columns);
    }
}
