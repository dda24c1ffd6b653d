package org.parvis.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What waits for people. For whom nothing waits it is not read again for half an hour, unless something {@link #came came}
 * for them: most pages need not ask for it.
 */
public final class Awaited<T> {

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Cache<Long, Boolean> idle =
            Caffeine.newBuilder().expireAfterWrite(A_WHILE).maximumSize(100_000).build();
    private final AtomicLong changes = new AtomicLong();
    private final T nothing;
    private final Predicate<T> isNothing;

    public Awaited(T nothing, Predicate<T> isNothing) {
        this.nothing = nothing;
        this.isNothing = isNothing;
    }

    /** Nothing if that is known, else what is read now. */
    public T of(long person, Supplier<T> reading) {
        var before = changes();
        return isIdle(person) ? nothing : found(person, reading.get(), before);
    }

    /** Something may wait for anybody. */
    public void came() {
        changes.incrementAndGet();
        idle.invalidateAll();
    }

    /** Something may wait for this person. */
    public void came(long person) {
        changes.incrementAndGet();
        idle.invalidate(person);
    }

    T nothing() {
        return nothing;
    }

    boolean isIdle(long person) {
        return idle.getIfPresent(person) != null;
    }

    long changes() {
        return changes.get();
    }

    /** Keeps that nothing was found, unless something came since there were {@code before} changes. */
    T found(long person, T read, long before) {
        if (isNothing.test(read) && changes() == before) idle.put(person, true);
        return read;
    }
}
