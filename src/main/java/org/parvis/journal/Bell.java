package org.parvis.journal;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Listens to PostgreSQL on a connection of its own, beside the pool, which must never lend out one that listens, and
 * passes on every channel that rings. A turn lasts as long as the connection; the loop around it connects again.
 */
final class Bell implements Loop.Turn {

    static final String APPENDED = "journal_appended";
    static final String STAMPED = "journal_stamped";

    private static final int LISTENING_MILLIS = 10_000;
    private static final int ALIVE_SECONDS = 5;

    private final DataSource database;
    private final Consumer<String> ring;

    /** @param database gives connections that are closed for good */
    Bell(DataSource database, Consumer<String> ring) {
        this.database = database;
        this.ring = ring;
    }

    @Override
    public Duration take() throws SQLException {
        try (var connection = database.getConnection()) {
            listen(connection);
        }
        return Duration.ZERO;
    }

    @Override
    public boolean isEndless() {
        return true;
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + APPENDED);
            statement.execute("listen " + STAMPED);
        }
        // What rang while nobody listened.
        ring.accept(APPENDED);
        ring.accept(STAMPED);
        do {
            for (var notification : notifications(connection)) {
                ring.accept(notification.getName());
            }
        } while (!Thread.currentThread().isInterrupted() && connection.isValid(ALIVE_SECONDS));
    }

    private static PGNotification[] notifications(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getNotifications(LISTENING_MILLIS);
    }
}
