package org.parvis.platform.admission;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RushTests {

    private static final long START = -SECONDS.toNanos(1);
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Rush rush = new Rush(START);

    @Test
    void aRushIsWaitedOut() {
        assertThat(rush.patience(false, at(10))).isEqualTo(LONG);
        assertThat(rush.patience(true, at(11))).isEqualTo(LONG);
    }

    @Test
    void aQueueThatNeverEndsKeepsNobodyLong() {
        rush.patience(false, at(10));

        assertThat(rush.patience(true, at(12))).isEqualTo(SHORT);
        assertThat(rush.patience(true, at(60))).isEqualTo(SHORT);
    }

    @Test
    void whoFindsNobodyWaitingBeginsAnew() {
        rush.patience(true, at(60));

        assertThat(rush.patience(false, at(61))).isEqualTo(LONG);
        assertThat(rush.patience(true, at(62))).isEqualTo(LONG);
    }

    private static long at(long second) {
        return START + SECONDS.toNanos(second);
    }
}
