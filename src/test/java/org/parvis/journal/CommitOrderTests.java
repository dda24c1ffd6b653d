package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.Test;
import org.parvis.testing.TestPostgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

class CommitOrderTests {

    @Test
    void whatCommittedLaterWaitsForAnEarlierTransactionToEnd() throws Exception {
        var database = Diary.startedIn(TestPostgres.freshDatabase());
        var ear = new Ear();
        try (var node = Node.on(database, ear, new Diary())) {
            var early = node.begin(created(1));
            node.append(created(2));
            node.append(created(3));

            // Whatever the stamper does now, it has seen both rows and the open transaction.
            assertThat(node.bean(Stamper.class).stamp()).isZero();
            assertThat(node.entries()).isEmpty();

            early.commit();

            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(1L, 2L, 3L));
            await().untilAsserted(() -> assertThat(ear.objects()).containsExactly(1L, 2L, 3L));
        }
    }

    @Test
    void aTransactionThatBeganEarlierAndWritesLaterIsNeitherMissedNorReadTwice() throws Exception {
        var database = Diary.startedIn(TestPostgres.freshDatabase());
        try (var node = Node.on(database, new Diary())) {
            node.append(created(1));
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(1L));

            var early = node.begin(created(2));
            var later = node.begin(created(3));
            later.commit();
            var latest = node.begin(created(4));
            early.commit();
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(1L, 2L, 3L));
            latest.commit();

            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(1L, 2L, 3L, 4L));
        }
    }

    @Test
    void manyWritersTwoStampersAndOneCursorReadEachRowOnce() throws Exception {
        var database = Diary.startedIn(TestPostgres.freshDatabase());
        var reading = new AtomicInteger();
        var together = new AtomicInteger();
        var firstEar = new Ear();
        var secondEar = new Ear();
        try (var first = Node.on(database, firstEar, new Diary(entries -> meet(reading, together)));
                var second = Node.on(database, secondEar, new Diary(entries -> meet(reading, together)));
                var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                var node = writer % 2 == 0 ? first : second;
                var from = writer * 100L;
                writing.add(writers.submit(() -> writeInRandomOrder(node, from)));
            }
            for (var future : writing) {
                future.get();
            }

            var all = LongStream.range(0, 400).boxed().toList();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(Diary.of(first)).containsExactlyInAnyOrderElementsOf(all));
            await().untilAsserted(() -> assertThat(firstEar.entries()).hasSize(400));
            await().untilAsserted(() -> assertThat(secondEar.entries()).hasSize(400));
            var inOrder = first.entries();
            assertThat(inOrder)
                    .extracting(Entry::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 400).boxed().toList());
            assertThat(firstEar.entries()).isEqualTo(inOrder);
            assertThat(secondEar.entries()).isEqualTo(inOrder);
            assertThat(Diary.of(first)).isEqualTo(firstEar.objects());
            assertThat(together).as("readings at the same time").hasValue(0);
        }
    }

    private static Void writeInRandomOrder(Node node, long from) throws Exception {
        var random = new Random(from);
        for (long number = from; number < from + 100; number += 5) {
            List<OpenTransaction> open = new ArrayList<>();
            open.add(node.begin(created(number)));
            open.add(node.begin(created(number + 1), created(number + 2)));
            open.add(node.begin(created(number + 3), created(number + 4)));
            Collections.shuffle(open, random);
            for (var transaction : open) {
                transaction.commit();
            }
        }
        return null;
    }

    private static void meet(AtomicInteger reading, AtomicInteger together) {
        if (reading.getAndIncrement() > 0) {
            together.incrementAndGet();
        }
        reading.decrementAndGet();
    }
}
