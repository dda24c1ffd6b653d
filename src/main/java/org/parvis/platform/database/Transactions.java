package org.parvis.platform.database;

import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions, of which those that only read are none for the database: each of their statements sees what is committed when
 * it begins, as it would between a begin and a commit (READ COMMITTED), and neither is sent. That no statement writes there,
 * {@link TimedStatements} sees to. Whoever names an isolation gets what they name.
 */
final class Transactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    Transactions(DataSource connections) {
        super(connections);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (definition.isReadOnly() && definition.getIsolationLevel() == TransactionDefinition.ISOLATION_DEFAULT) {
            try {
                connection(transaction).setAutoCommit(true);
            } catch (SQLException e) {
                throw translateException("begin", e);
            }
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (hasBegun(status)) super.doCommit(status);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (hasBegun(status)) super.doRollback(status);
    }

    // One that only reads may have begun later: QueryPlans.
    private boolean hasBegun(DefaultTransactionStatus status) {
        try {
            return !connection(status.getTransaction()).getAutoCommit();
        } catch (SQLException e) {
            throw translateException("end", e);
        }
    }

    private static Connection connection(Object transaction) {
        return ((JdbcTransactionObjectSupport) transaction)
                .getConnectionHolder()
                .getConnection();
    }
}
