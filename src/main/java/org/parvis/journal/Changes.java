package org.parvis.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells this node's memory what has changed: before anybody else hears of it, so that whoever asks then finds it anew. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Changes implements JournalListener {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final ObjectProvider<ChangeListener> listeners;

    // What was told when it was committed here, until the journal brings it. What is forgotten is told twice.
    private final Cache<Long, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(100_000)
            .build();

    Changes(ObjectProvider<ChangeListener> listeners) {
        this.listeners = listeners;
    }

    /** Tells them of what the transaction under way has done, once it is committed. */
    void whenCommitted(Collection<Long> ids, Collection<Activity> activities) {
        var bound = (Committed) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = new Committed();
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(bound);
        }
        bound.ids.addAll(ids);
        bound.activities.addAll(activities);
    }

    @Override
    public void heard(List<Entry> entries) {
        var others = entries.stream()
                .filter(entry -> told.asMap().remove(entry.id()) == null)
                .map(Entry::activity)
                .toList();
        if (!others.isEmpty()) tell(others);
    }

    private void tell(List<Activity> changes) {
        listeners.orderedStream().forEach(listener -> tell(listener, changes));
    }

    private static void tell(ChangeListener listener, List<Activity> changes) {
        try {
            listener.changed(changes);
        } catch (RuntimeException problem) {
            log.error("{} cannot hear of {} changes", listener, changes.size(), problem);
        }
    }

    private final class Committed implements TransactionSynchronization {

        private final List<Long> ids = new ArrayList<>();
        private final List<Activity> activities = new ArrayList<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Changes.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Changes.this, this);
        }

        @Override
        public void afterCommit() {
            ids.forEach(id -> told.put(id, true));
            tell(activities);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Changes.this);
        }
    }
}
