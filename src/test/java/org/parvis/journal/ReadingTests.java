package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.parvis.testing.TestPostgres;
import org.springframework.dao.DataAccessResourceFailureException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

class ReadingTests {

    private static final List<Long> THIRTY =
            LongStream.rangeClosed(1, 30).boxed().toList();

    private final String database = Diary.startedIn(TestPostgres.freshDatabase());

    @Test
    void whoFailsInTheMiddleReadsEachEntryOnceAllTheSame() {
        var failures = new AtomicInteger(2);
        try (var node = Node.on(database, new Diary(entries -> failTimes(failures)))) {
            append(node, THIRTY);

            await().untilAsserted(() -> assertThat(Diary.of(node)).isEqualTo(THIRTY));
            assertThat(parked(node)).isEmpty();
        }
    }

    @Test
    void whoLosesTheConnectionInTheMiddleReadsEachEntryOnceAllTheSame() {
        var cuts = new AtomicInteger(7);
        var self = new AtomicReference<Diary>();
        var diary = new Diary(entries -> {
            if (cuts.getAndDecrement() > 0) {
                self.get()
                        .jdbc()
                        .sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .listOfRows();
            }
        });
        self.set(diary);
        try (var node = Node.on(database, diary)) {
            append(node, THIRTY);

            await().untilAsserted(() -> assertThat(Diary.of(node)).isEqualTo(THIRTY));
            assertThat(parked(node)).isEmpty();
        }
    }

    @Test
    void anotherNodeGoesOnWhereOneStopped() {
        try (var first = Node.on(database, new Diary())) {
            append(first, THIRTY.subList(0, 12));
            await().untilAsserted(() -> assertThat(Diary.of(first)).hasSize(12));
        }
        try (var second = Node.on(database, new Diary())) {
            append(second, THIRTY.subList(12, 30));

            await().untilAsserted(() -> assertThat(Diary.of(second)).isEqualTo(THIRTY));
        }
    }

    @Test
    void anEntryThatCannotBeReadIsParkedAndTheOthersGoOn() {
        var poisonous = new Diary(entries -> {
            if (entries.stream().anyMatch(entry -> entry.object().id() == 17)) {
                throw new IllegalStateException("cannot stand 17");
            }
        });
        try (var node = Node.on(database, poisonous)) {
            append(node, THIRTY);

            await().untilAsserted(() -> assertThat(Diary.of(node))
                    .isEqualTo(THIRTY.stream().filter(number -> number != 17).toList()));
            assertThat(parked(node)).containsExactly(17L);
            assertThat(node.bean(Cursors.class).behind("diary")).isZero();
        }
    }

    @Test
    void anOutageParksNothingHoweverLongItLasts() {
        var failures = new AtomicInteger(7);
        var unlucky = new Diary(entries -> {
            if (failures.getAndDecrement() > 0) {
                throw new DataAccessResourceFailureException("nobody answers");
            }
        });
        try (var node = Node.on(database, unlucky)) {
            append(node, THIRTY);

            await().untilAsserted(() -> assertThat(Diary.of(node)).isEqualTo(THIRTY));
            assertThat(parked(node)).isEmpty();
        }
    }

    private static void append(Node node, List<Long> numbers) {
        node.append(numbers.stream().map(Posts::created).toArray(Activity[]::new));
    }

    private static List<Long> parked(Node node) {
        return node.jdbc()
                .sql("""
                        select object_id
                          from journal_parked
                          join journal using (position)
                         where reader = 'diary'
                         order by position
                        """)
                .query((row, number) -> row.getLong("object_id"))
                .list();
    }

    private static void failTimes(AtomicInteger failures) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("stumbled");
        }
    }
}
