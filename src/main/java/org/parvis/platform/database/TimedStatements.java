package org.parvis.platform.database;

import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;
import static org.springframework.util.Assert.state;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.support.KeyHolder;

import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Runs every statement of {@code JdbcClient} by the clock: the waiting for a connection counts, for it keeps people waiting.
 * None is run that writes where a transaction only reads.
 */
final class TimedStatements extends JdbcTemplate {

    private final SlowStatements slow;

    TimedStatements(DataSource connections, SlowStatements slow) {
        super(connections);
        this.slow = slow;
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator statement, @Nullable PreparedStatementSetter values, ResultSetExtractor<T> rows)
            throws DataAccessException {
        return timed(statement, () -> super.query(statement, values, rows));
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter values)
            throws DataAccessException {
        written();
        return timed(statement, () -> super.update(statement, values));
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) throws DataAccessException {
        written();
        return timed(statement, () -> super.update(statement, keys));
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) throws DataAccessException {
        written();
        return timed((SqlProvider) () -> sql, () -> super.batchUpdate(sql, values));
    }

    // It would be there before the rest is, and stay if that fails.
    private static void written() {
        state(!isCurrentTransactionReadOnly(), "A transaction that only reads may not write");
    }

    private <T extends @Nullable Object> T timed(Object statement, Supplier<T> work) {
        var began = System.nanoTime();
        try {
            return work.get();
        } finally {
            var took = System.nanoTime() - began;
            StatementTally.add(took);
            slow.look(statement, took);
        }
    }
}
