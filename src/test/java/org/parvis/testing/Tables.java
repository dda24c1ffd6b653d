package org.parvis.testing;

import static org.awaitility.Awaitility.await;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of a class share, emptied between them. */
public final class Tables {

    private Tables() {}

    /**
     * Empties these tables and those that point at them. The network's own jobs read meanwhile, in an order of their
     * own: when the two wait for each other, PostgreSQL ends one, and this one begins again.
     */
    public static void empty(JdbcClient jdbc, String... names) {
        var truncate = jdbc.sql("truncate %s restart identity cascade".formatted(String.join(", ", names)));
        await().ignoreExceptionsInstanceOf(PessimisticLockingFailureException.class)
                .until(() -> truncate.update() >= 0);
    }
}
