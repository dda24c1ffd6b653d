package org.parvis.platform.database;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a transaction has written nobody else sees until it is committed: no memory takes it in, nor answers it from what was. */
public final class Writing {

    /** Whether this thread is in a transaction that may write. */
    public static boolean isUnderWay() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Writing() {}
}
