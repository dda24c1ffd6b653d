package org.parvis.platform.database;

import static org.springframework.util.Assert.state;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How PostgreSQL goes about a statement. */
@Component
public class QueryPlans {

    private final JdbcTemplate jdbc;

    QueryPlans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From now to the end of the transaction each statement is planned for what it is given. One plan for whatever is
     * sought would look for two letters as for twenty, and fold them again for each row.
     */
    public void madeToMeasure() {
        state(TransactionSynchronizationManager.isActualTransactionActive(), "A plan is made for a transaction");
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                return statement.execute("set local plan_cache_mode = force_custom_plan");
            }
        });
    }
}
