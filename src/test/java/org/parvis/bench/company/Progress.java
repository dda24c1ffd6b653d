package org.parvis.bench.company;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how it goes: how many rows of each table there are by now, and how fast they come. */
final class Progress {

    private static final long PAUSE = 5_000_000_000L;

    private final PrintStream out;
    private final Map<String, long[]> copied = new LinkedHashMap<>();
    private long said = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void says(String what) {
        out.println(what);
    }

    /** Copies rows, counts them and how long it took, in the transaction of the connection. */
    void copy(Connection connection, List<Rows> all) throws SQLException, IOException {
        try (var insert = connection.prepareStatement("insert into bench.written values (?, ?, ?)")) {
            for (var rows : all) {
                if (rows.count() == 0) continue;
                var start = System.nanoTime();
                rows.copy(connection);
                var took = System.nanoTime() - start;
                insert.setString(1, rows.table());
                insert.setLong(2, rows.count());
                insert.setDouble(3, took / 1e9);
                insert.addBatch();
                count(rows, took);
            }
            insert.executeBatch();
        }
    }

    /** Now and then, unless there is an end to tell of. */
    void sayRates(String how, boolean always) {
        if (!always && System.nanoTime() - said < PAUSE) return;
        said = System.nanoTime();
        var line = new StringBuilder(how);
        copied.forEach((table, count) -> {
            if (!table.startsWith("bench.")) {
                line.append(
                        String.format(Locale.ROOT, "  %s %,d (%,.0f/s)", table, count[0], 1e9 * count[0] / count[1]));
            }
        });
        out.println(line);
    }

    private void count(Rows rows, long took) {
        var count = copied.computeIfAbsent(rows.table(), table -> new long[2]);
        count[0] += rows.count();
        count[1] += took;
    }
}
