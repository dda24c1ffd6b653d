package org.parvis.journal;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import java.sql.SQLException;

/** A database that does not answer: nobody's fault, to be waited for, and no reason for a page of trace. */
final class Outage {

    static boolean is(Throwable problem) {
        return problem instanceof DataAccessResourceFailureException
                || problem instanceof CannotCreateTransactionException
                || problem instanceof TransactionSystemException
                || problem instanceof SQLException
                || (problem instanceof TransientDataAccessException && !(problem instanceof QueryTimeoutException));
    }

    private Outage() {}
}
