package org.parvis.platform.throttle;

import java.time.Duration;

/** So many at once, and one more after each {@code interval}. */
public record Allowance(String name, int burst, Duration interval) {

    Duration span() {
        return interval.multipliedBy(burst);
    }
}
