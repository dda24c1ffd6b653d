package org.parvis.journal;

import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** A transaction that has appended and waits for the test to commit it. */
final class OpenTransaction {

    private final CountDownLatch appended = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final FutureTask<Boolean> work;

    OpenTransaction(TransactionTemplate transaction, Journal journal, Activity... activities)
            throws InterruptedException {
        work = new FutureTask<>(() -> transaction.execute(status -> {
            journal.appendAll(List.of(activities));
            appended.countDown();
            return waitForRelease();
        }));
        Thread.ofVirtual().start(work);
        appended.await();
    }

    void commit() throws Exception {
        released.countDown();
        work.get();
    }

    private boolean waitForRelease() {
        try {
            released.await();
            return true;
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
