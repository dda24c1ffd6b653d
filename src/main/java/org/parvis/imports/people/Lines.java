package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A text file's physical lines with their numbers. A line longer than can be meant is cut, never held whole. */
final class Lines implements Closeable {

    static final int LONGEST = 200_000;

    private final int longest;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> returned = new ArrayDeque<>();
    private int at;
    private int end;
    private long number;
    private boolean afterReturn;

    Lines(Reader reader) {
        this(reader, LONGEST);
    }

    Lines(Reader reader, int longest) {
        this.longest = longest;
        this.reader = reader;
    }

    record Line(long number, String text, boolean overlong) {}

    @Nullable
    Line next() throws IOException {
        return returned.isEmpty() ? read() : returned.poll();
    }

    /** Gives lines back, to be read again. */
    void giveBack(List<Line> lines) {
        for (var line : lines.reversed()) {
            returned.push(line);
        }
    }

    private @Nullable Line read() throws IOException {
        var text = new StringBuilder();
        boolean overlong = false;
        boolean started = false;
        while (filled()) {
            int stop = lineEnd();
            started |= stop > at || stop < end;
            int room = longest - text.length();
            overlong |= stop - at > room;
            text.append(buffer, at, Math.min(stop - at, room));
            at = stop;
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                return new Line(++number, text.toString(), overlong);
            }
        }
        return started ? new Line(++number, text.toString(), overlong) : null;
    }

    private int lineEnd() {
        int i = at;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private boolean filled() throws IOException {
        boolean more = at < end || refilled();
        if (more && afterReturn) {
            afterReturn = false;
            if (buffer[at] == '\n') {
                at++;
                more = at < end || refilled();
            }
        }
        return more;
    }

    private boolean refilled() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
