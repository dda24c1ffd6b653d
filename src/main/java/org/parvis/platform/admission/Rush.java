package org.parvis.platform.admission;

import java.time.Duration;

/**
 * Tells a rush, which is waited out, from more than can be served, where waiting helps nobody: a queue that is never empty
 * only makes everybody late. Those who come then wait so briefly that whoever is served is served soon
 * (<a href="https://queue.acm.org/detail.cfm?id=2839461">Fail at Scale</a>, controlled delay).
 */
final class Rush {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LITTLE = Duration.ofMillis(200);
    /** Where somebody was waiting whenever somebody came, for so long, it is not a rush any more. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private volatile long calm;

    /** @param now in nanoseconds, by the clock of all other moments given */
    Rush(long now) {
        calm = now;
    }

    /** How long somebody waits who comes now. */
    Duration patience(boolean othersWait, long now) {
        if (!othersWait) calm = now;
        return now - calm < LONGEST.toNanos() ? PATIENCE : LITTLE;
    }
}
