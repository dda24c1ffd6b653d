package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.Test;
import org.parvis.platform.backup.Moving;
import org.parvis.testing.TestPostgres;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

class RestoreTests {

    private final String before = TestPostgres.freshDatabase();
    private final String after = TestPostgres.emptyDatabase();

    @Test
    void whatWasNotStampedComesBeforeWhatIsAppendedAfterARestore() throws Exception {
        leaveTwoReadAndTwoUnstamped();
        restore();
        try (var restoring = Node.atRest(Clock.systemUTC(), after)) {
            restoring.bean(Journal.class).stampRestored();
            restoring.append(created(5));
        }

        try (var node = Node.on(after, new Diary())) {
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(3L, 4L, 5L));
            assertThat(node.entries())
                    .extracting(entry -> entry.object().id(), Entry::position)
                    .containsExactly(tuple(1L, 1L), tuple(2L, 2L), tuple(3L, 3L), tuple(4L, 4L), tuple(5L, 5L));
        }
    }

    @Test
    void aRestoreWithForeignToolsLosesNothing() throws Exception {
        leaveTwoReadAndTwoUnstamped();
        restore();

        try (var node = Node.on(after, new Diary())) {
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(3L, 4L));
            node.append(created(5));
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(3L, 4L, 5L));
        }
    }

    /** The last two as if their transaction had ended just before the backup, from a cluster with higher numbers. */
    private void leaveTwoReadAndTwoUnstamped() {
        try (var node = Node.on(before, new Reader())) {
            node.append(created(1), created(2));
            await().untilAsserted(() -> assertThat(node.entries()).hasSize(2));
            await().untilAsserted(() ->
                    assertThat(node.bean(Cursors.class).behind("diary")).isZero());
        }
        try (var connection = DriverManager.getConnection(before, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into journal (inserted_at, verb, object_kind, object_id)
                    values (now(), 'create', 'post', 3), (now(), 'create', 'post', 4)
                    """);
            statement.execute("update journal set xid = ((xid::text::bigint) + 1000000000)::text::xid8");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private void restore() throws Exception {
        Moving.between(before, after);
        Diary.startedIn(after);
    }

    /** Has its cursor under the diary's name, and keeps nothing. */
    private static final class Reader implements JournalReader {

        @Override
        public String name() {
            return "diary";
        }

        @Override
        public void read(List<Entry> entries) {}
    }
}
