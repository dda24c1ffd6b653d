package org.parvis.platform.database;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/** How many statements a thread has run, and how long they took, from {@link #begin} to {@link #end}. */
public final class StatementTally {

    private static final ThreadLocal<@Nullable StatementTally> CURRENT = new ThreadLocal<>();

    private int count;
    private long time;

    private StatementTally() {}

    public static StatementTally begin() {
        var tally = new StatementTally();
        CURRENT.set(tally);
        return tally;
    }

    public static void end() {
        CURRENT.remove();
    }

    static void add(long nanoseconds) {
        var tally = CURRENT.get();
        if (tally != null) {
            tally.count++;
            tally.time += nanoseconds;
        }
    }

    public int count() {
        return count;
    }

    public Duration time() {
        return Duration.ofNanos(time);
    }
}
