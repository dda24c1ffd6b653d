package org.parvis.bench.company;

import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Rows of one table, in the binary format of PostgreSQL's {@code COPY}. Values come in the order of the columns. */
final class Rows {

    private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private static final long SINCE_2000 = 946_684_800L * Rhythm.SECOND;

    // As pg_type numbers them.
    private static final int NUMBER = 20;
    private static final int TEXT = 25;

    private final String table;
    private final String columns;
    private final int width;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private long count;

    /** @param columns their names, apart by commas */
    Rows(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.width = columns.split(",").length;
        raw(HEADER);
        raw4(0);
        raw4(0);
    }

    Rows begin() {
        count++;
        raw2(width);
        return this;
    }

    Rows number(long value) {
        raw4(8);
        raw8(value);
        return this;
    }

    /** Of an id that may be missing: 0 is none. */
    Rows id(long value) {
        return value == 0 ? nothing() : number(value);
    }

    Rows small(int value) {
        raw4(2);
        raw2(value);
        return this;
    }

    Rows flag(boolean value) {
        raw4(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** Microseconds since 1970. */
    Rows moment(long value) {
        raw4(8);
        raw8(value - SINCE_2000);
        return this;
    }

    /** As {@link #moment}: 0 is none. */
    Rows momentOrNothing(long value) {
        return value == 0 ? nothing() : moment(value);
    }

    Rows text(@Nullable String value) {
        if (value == null) return nothing();
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        raw4(encoded.length);
        raw(encoded);
        return this;
    }

    Rows texts(List<String> values) {
        var encoded = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        var size = encoded.stream().mapToInt(value -> 4 + value.length).sum();
        raw4(values.isEmpty() ? 12 : 20 + size);
        raw4(values.isEmpty() ? 0 : 1);
        raw4(0);
        raw4(TEXT);
        if (!values.isEmpty()) {
            raw4(values.size());
            raw4(1);
        }
        for (var value : encoded) {
            raw4(value.length);
            raw(value);
        }
        return this;
    }

    /** An array of numbers in which there is none. */
    Rows noNumbers() {
        raw4(12);
        raw4(0);
        raw4(0);
        raw4(NUMBER);
        return this;
    }

    Rows nothing() {
        raw4(-1);
        return this;
    }

    String table() {
        return table;
    }

    long count() {
        return count;
    }

    /** Writes them, in the transaction of the connection. */
    void copy(Connection connection) throws SQLException, IOException {
        if (count == 0) return;
        var copy = new CopyManager(connection.unwrap(BaseConnection.class))
                .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
        try {
            raw2(-1);
            copy.writeToCopy(bytes, 0, length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void raw2(int value) {
        room(2);
        bytes[length++] = (byte) (value >> 8);
        bytes[length++] = (byte) value;
    }

    private void raw4(int value) {
        room(4);
        for (var shift = 24; shift >= 0; shift -= 8) bytes[length++] = (byte) (value >> shift);
    }

    private void raw8(long value) {
        room(8);
        for (var shift = 56; shift >= 0; shift -= 8) bytes[length++] = (byte) (value >> shift);
    }

    private void room(int more) {
        if (length + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
}
