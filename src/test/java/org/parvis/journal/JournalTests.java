package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parvis.testing.TestPostgres;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.stream.LongStream;

class JournalTests {

    private static final long ANNA = 7;
    private static final Reference COMMUNITY = Reference.to("community", 3);
    private static final Reference POST = Reference.to("post", 99);
    private static final Reference COMMENT = Reference.to("comment", 1234);

    private final Node node = Node.on(TestPostgres.freshDatabase());

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void keepsWhatWasSaid() {
        node.append(
                Activity.by(ANNA).create(COMMENT).to(POST).in(COMMUNITY),
                Activity.byTheNetwork().update(COMMUNITY).quietly());

        await().untilAsserted(() -> assertThat(node.entries()).hasSize(2));
        var first = node.entries().getFirst();
        assertThat(first.actor()).isEqualTo(ANNA);
        assertThat(first.did(Verb.CREATE, "comment")).isTrue();
        assertThat(first.object()).isEqualTo(COMMENT);
        assertThat(first.target()).isEqualTo(POST);
        assertThat(first.audience()).isEqualTo(COMMUNITY);
        assertThat(first.quiet()).isFalse();
        var second = node.entries().getLast();
        assertThat(second.actor()).isNull();
        assertThat(second.target()).isNull();
        assertThat(second.audience()).isNull();
        assertThat(second.quiet()).isTrue();
    }

    @Test
    void keepsTheOrderWithinATransaction() {
        var activities = LongStream.rangeClosed(1, 3000).mapToObj(Posts::created);

        node.append(activities.toArray(Activity[]::new));

        await().untilAsserted(() -> assertThat(node.entries())
                .extracting(entry -> entry.object().id())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3000).boxed().toList()));
    }

    @Test
    void refusesToWriteOutsideATransaction() {
        var journal = node.bean(Journal.class);

        assertThatThrownBy(() -> journal.append(created(1))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void forgetsWhatWasRolledBackAndLeavesNoGap() {
        node.append(created(1));
        node.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            node.bean(Journal.class).append(created(2));
            status.setRollbackOnly();
        });
        node.append(created(3));

        await().untilAsserted(() -> assertThat(node.entries())
                .extracting(entry -> entry.object().id(), Entry::position)
                .containsExactly(tuple(1L, 1L), tuple(3L, 2L)));
    }

    @Test
    void takesNoTextForAKind() {
        assertThatThrownBy(() -> Reference.to("My dear colleagues", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
