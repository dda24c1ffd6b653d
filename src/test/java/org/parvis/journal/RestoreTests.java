package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.parvis.journal.Posts.created;

import org.junit.jupiter.api.Test;
import org.parvis.testing.TestPostgres;
import org.postgresql.PGConnection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

class RestoreTests {

    private static final List<String> TABLES = List.of("journal", "journal_head", "journal_cursor");

    private final String before = Diary.startedIn(TestPostgres.freshDatabase());
    private final String after = Diary.startedIn(TestPostgres.freshDatabase());

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
        try (var node = Node.on(before, new Diary())) {
            node.append(created(1), created(2));
            await().untilAsserted(() -> assertThat(Diary.of(node)).containsExactly(1L, 2L));
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
        try (var from = DriverManager.getConnection(before, "postgres", "");
                var to = DriverManager.getConnection(after, "postgres", "")) {
            for (var table : TABLES) {
                copy(from, to, table);
            }
        }
    }

    private static void copy(Connection from, Connection to, String table) throws Exception {
        var rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select * from " + table + ") to stdout", rows);
        try (var statement = to.createStatement()) {
            statement.execute("truncate " + table);
        }
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
    }
}
