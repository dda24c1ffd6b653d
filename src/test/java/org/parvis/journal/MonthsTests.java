package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.Test;
import org.parvis.testing.HandSetClock;
import org.parvis.testing.TestPostgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

class MonthsTests {

    private final HandSetClock clock = new HandSetClock(Instant.parse("2026-11-30T23:59:59Z"));
    private final String database = TestPostgres.freshDatabase();

    @Test
    void preparesThisMonthAndTheTwoThatFollowHoweverOftenItIsAsked() throws Exception {
        try (var first = Node.atRest(clock, database);
                var second = Node.atRest(clock, database);
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = hands.submit(first.bean(Months.class)::prepare);
            var other = hands.submit(second.bean(Months.class)::prepare);
            one.get();
            other.get();

            assertThat(partitions(first))
                    .containsExactly("journal_2026_11", "journal_2026_12", "journal_2027_01", "journal_default");
        }
    }

    @Test
    void writesGoOnAcrossTheEndOfAMonth() {
        try (var node = Node.atRest(clock, database)) {
            node.bean(Months.class).prepare();
            node.append(created(1));
            clock.advance(Duration.ofSeconds(1));
            node.append(created(2));
            node.bean(Months.class).prepare();

            assertThat(placeOf(node, 1)).isEqualTo("journal_2026_11");
            assertThat(placeOf(node, 2)).isEqualTo("journal_2026_12");
            assertThat(partitions(node)).contains("journal_2027_02");
            stamp(node, 2);
            assertThat(node.entries()).extracting(entry -> entry.object().id()).containsExactly(1L, 2L);
        }
    }

    @Test
    void whatFoundNoMonthMovesInWhenTheMonthIsThere() {
        try (var node = Node.atRest(clock, database)) {
            node.bean(Months.class).prepare();
            clock.advance(Duration.ofDays(200));
            node.append(created(1));
            assertThat(placeOf(node, 1)).isEqualTo("journal_default");
            stamp(node, 1);
            var entry = node.entries().getFirst();

            node.bean(Months.class).prepare();

            assertThat(placeOf(node, 1)).isEqualTo("journal_2027_06");
            assertThat(node.entries()).containsExactly(entry);
        }
    }

    @Test
    void aNodePreparesThemBeforeAnybodyWrites() {
        try (var node = Node.at(clock, database)) {
            assertThat(partitions(node)).contains("journal_2026_11", "journal_2027_01");
        }
    }

    // Whatever transaction was open anywhere on the server when a row was written, that row waits for.
    private static void stamp(Node node, int rows) {
        await().until(() -> {
            node.bean(Stamper.class).stamp();
            return node.entries().size() == rows;
        });
    }

    private static List<String> partitions(Node node) {
        return node.jdbc()
                .sql("""
                        select inhrelid::regclass::text as name
                          from pg_inherits
                         where inhparent = 'journal'::regclass
                         order by name
                        """)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private static String placeOf(Node node, long number) {
        return node.jdbc()
                .sql("select tableoid::regclass::text as name from journal where object_id = :number")
                .param("number", number)
                .query((row, rowNumber) -> row.getString("name"))
                .single();
    }
}
