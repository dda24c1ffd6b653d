package org.parvis.journal;

import java.time.Duration;

/**
 * How the journal keeps time: how long a loop rests when nobody wakes it, how often the stamper looks again for an open
 * transaction to end, how long a reader that has just read lets more come together, how long a failure waits the first
 * time (then twice as long, up to half a minute), how many entries are taken at once and how many times a reader may
 * fail on them before each is tried alone.
 */
record Pace(Duration idle, Duration glance, Duration gather, Duration backOff, int batch, int tries) {

    static final Pace USUAL = new Pace(
            Duration.ofSeconds(1), Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofMillis(500), 500, 3);

    private static final Duration LONGEST = Duration.ofSeconds(30);

    Duration backOff(int failures) {
        return doubled(backOff, failures - 1, LONGEST);
    }

    Duration glance(int times) {
        return doubled(glance, times, idle);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        var rest = first.multipliedBy(1L << Math.min(times, 20));
        return rest.compareTo(longest) < 0 ? rest : longest;
    }
}
