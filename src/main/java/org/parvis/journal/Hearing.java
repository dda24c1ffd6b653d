package org.parvis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells this node's listeners what was committed, on whatever node; one reading for all of them. */
@Component
public class Hearing implements Loop.Turn {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    private final ObjectProvider<JournalListener> listeners;
    private final JournalStream stream;
    private final Clock clock;
    private final Pace pace;
    private volatile long position;
    private volatile Instant heardUntil = Instant.EPOCH;

    Hearing(ObjectProvider<JournalListener> listeners, JournalStream stream, Clock clock, Pace pace) {
        this.listeners = listeners;
        this.stream = stream;
        this.clock = clock;
        this.pace = pace;
    }

    /** Begins at the newest position; done before the node answers its first request, so that no cache is older. */
    void begin() {
        heardUntil = clock.instant();
        position = stream.newest();
    }

    /** The position up to which this node's listeners were told everything. */
    public long position() {
        return position;
    }

    /** All that was committed up to here has been heard. */
    Instant heardUntil() {
        return heardUntil;
    }

    @Override
    public Duration take() {
        var written = stream.oldestUnstamped().orElseGet(clock::instant);
        var entries = stream.read(position, pace.batch());
        if (!entries.isEmpty()) {
            listeners.orderedStream().forEach(listener -> tell(listener, entries));
            position = entries.getLast().position();
        }
        if (entries.size() == pace.batch()) {
            return Duration.ZERO;
        }
        heardUntil = written;
        return pace.idle();
    }

    private void tell(JournalListener listener, List<Entry> entries) {
        try {
            listener.heard(entries);
        } catch (RuntimeException | StackOverflowError problem) {
            log.warn("{} failed on {} entries and hears them one by one", listener, entries.size(), problem);
            entries.forEach(entry -> tellAlone(listener, entry));
        }
    }

    private void tellAlone(JournalListener listener, Entry entry) {
        try {
            listener.heard(List.of(entry));
        } catch (RuntimeException | StackOverflowError problem) {
            log.error("{} cannot hear {} and goes on without it", listener, entry, problem);
        }
    }
}
