package org.parvis.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What is written a little later, many at once, because nothing hangs on it: signs of life, who saw what. What a node has
 * not written when it is killed is lost. Whoever has one flushes it when the node ends.
 */
public final class WrittenLater<T> {

    private static final Logger log = LoggerFactory.getLogger(WrittenLater.class);

    private final int most;
    private final Consumer<List<T>> write;
    private final Executor later;
    private final Set<T> noted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean awaited = new AtomicBoolean();

    /**
     * @param pause from what is noted first until it is written
     * @param most how many wait; what comes on top is not written
     * @param write writes them in one statement; what is noted again until then is among them once
     */
    public WrittenLater(Duration pause, int most, Consumer<List<T>> write) {
        this.most = most;
        this.write = write;
        later = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    public void note(T value) {
        if (noted.size() >= most) return;
        noted.add(value);
        if (awaited.compareAndSet(false, true)) later.execute(this::flush);
    }

    /** Writes now; what cannot be written is lost, and the log says so. */
    public void flush() {
        awaited.set(false);
        var values = List.copyOf(noted);
        if (values.isEmpty()) return;
        values.forEach(noted::remove);
        try {
            write.accept(values);
        } catch (RuntimeException problem) {
            log.warn("{} signs of life were not written", values.size(), problem);
        }
    }
}
