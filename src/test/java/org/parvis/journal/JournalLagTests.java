package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.parvis.testing.HandSetClock;
import org.parvis.testing.TestPostgres;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

class JournalLagTests {

    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void growsWhileATransactionHoldsTheOthersUpAndIsGoneAfterwards() throws Exception {
        try (var node = Node.at(clock, TestPostgres.freshDatabase(), new Ear())) {
            var lag = node.bean(JournalLag.class);
            lag.bindTo(meters);
            var open = node.begin(created(1));
            node.append(created(2));
            clock.advance(Duration.ofSeconds(10));

            assertThat(lag.ofThisNode()).isEqualTo(Duration.ofSeconds(10));
            await().untilAsserted(() -> assertThat(
                            meters.get("parvis.journal.unstamped").gauge().value())
                    .isEqualTo(10));
            open.commit();

            await().untilAsserted(() -> assertThat(lag.ofThisNode()).isZero());
            assertThat(meters.get("parvis.journal.lag").gauge().value()).isZero();
        }
    }

    @Test
    void ringsWhenItIsLateAndStopsOnceItIsNot() throws Exception {
        try (var node = Node.at(clock, TestPostgres.freshDatabase(), new Ear())) {
            var alarm = new LagAlarm(node.bean(JournalLag.class));
            var open = node.begin(created(1));
            clock.advance(Duration.ofSeconds(60));
            alarm.take();
            assertThat(alarm.isRinging()).isTrue();
            open.commit();

            await().untilAsserted(() -> {
                alarm.take();
                assertThat(alarm.isRinging()).isFalse();
            });
        }
    }

    @Test
    void showsHowManyEntriesAReaderHasBeforeIt() {
        var letGo = new CountDownLatch(1);
        var database = Diary.startedIn(TestPostgres.freshDatabase());
        try (var node = Node.on(database, new Diary(entries -> waitFor(letGo)))) {
            node.bean(JournalLag.class).bindTo(meters);
            node.append(created(1), created(2), created(3));

            await().untilAsserted(() -> assertThat(behind()).isEqualTo(3));
            letGo.countDown();

            await().untilAsserted(() -> assertThat(behind()).isZero());
        }
    }

    private double behind() {
        return meters.get("parvis.journal.behind")
                .tag("reader", "diary")
                .gauge()
                .value();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
