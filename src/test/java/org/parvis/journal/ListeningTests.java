package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.Test;
import org.parvis.testing.TestPostgres;

import java.util.List;

class ListeningTests {

    private static final String LISTENING = """
            select pid
              from pg_stat_activity
             where datname = current_database() and query like 'listen%'
            """;

    private final String database = TestPostgres.freshDatabase();

    @Test
    void hearsWhatAnotherNodeWrote() {
        var ear = new Ear();
        try (var here = Node.onlyWhenWoken(database, ear);
                var there = Node.onlyWhenWoken(database)) {
            awaitListening(here, 2);

            there.append(created(1), created(2));
            here.append(created(3));

            await().untilAsserted(() -> assertThat(ear.objects()).containsExactlyInAnyOrder(1L, 2L, 3L));
        }
    }

    @Test
    void beginsAtTheNewestEntry() {
        try (var early = Node.on(database)) {
            early.append(created(1), created(2));
            await().untilAsserted(() -> assertThat(early.entries()).hasSize(2));
        }
        var ear = new Ear();
        try (var late = Node.on(database, ear)) {
            late.append(created(3));

            await().untilAsserted(() -> assertThat(ear.objects()).containsExactly(3L));
        }
    }

    @Test
    void whoFailsOnAnEntryHearsTheOthersAndDisturbsNobody() {
        var ear = new Ear();
        var fussy = new Ear();
        JournalListener moody = entries -> {
            if (entries.stream().anyMatch(entry -> entry.object().id() == 2)) {
                throw new IllegalStateException("will not hear of 2");
            }
            fussy.heard(entries);
        };
        try (var node = Node.on(database, moody, ear)) {
            node.append(created(1), created(2), created(3));

            await().untilAsserted(() -> assertThat(ear.objects()).containsExactly(1L, 2L, 3L));
            await().untilAsserted(() -> assertThat(fussy.objects()).containsExactly(1L, 3L));
        }
    }

    @Test
    void aLostConnectionIsMadeAgain() {
        var ear = new Ear();
        try (var node = Node.onlyWhenWoken(database, ear)) {
            awaitListening(node, 1);
            var lost = listening(node).getFirst();

            node.jdbc()
                    .sql("select pg_terminate_backend(:pid)")
                    .param("pid", lost)
                    .query()
                    .listOfRows();
            await().untilAsserted(() -> assertThat(listening(node)).hasSize(1).doesNotContain(lost));
            node.append(created(1));

            await().untilAsserted(() -> assertThat(ear.objects()).containsExactly(1L));
        }
    }

    @Test
    void aStoppedNodeLeavesNoConnectionBehind() {
        try (var witness = Node.on(database)) {
            awaitListening(witness, 1);
            try (var node = Node.on(database, new Ear())) {
                awaitListening(node, 2);
            }
            await().untilAsserted(() -> assertThat(listening(witness)).hasSize(1));
        }
    }

    private static void awaitListening(Node node, int nodes) {
        await().untilAsserted(() -> assertThat(listening(node)).hasSize(nodes));
    }

    private static List<Integer> listening(Node node) {
        return node.jdbc()
                .sql(LISTENING)
                .query((row, number) -> row.getInt("pid"))
                .list();
    }
}
