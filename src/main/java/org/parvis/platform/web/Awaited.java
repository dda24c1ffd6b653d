package org.parvis.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.Writing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What waits for people, or is shown to them on every page. It is not read again for a while, unless something
 * {@link #came came} for them: most pages need not ask for it.
 */
public final class Awaited<T> {

    private final Cache<Long, T> known;
    private final AtomicLong changes = new AtomicLong();
    private final Predicate<T> kept;

    /** @param kept what is remembered: all that was found, or only that nothing was */
    public Awaited(Duration aWhile, Predicate<T> kept) {
        this.kept = kept;
        known = Caffeine.newBuilder()
                .expireAfterWrite(aWhile)
                .maximumSize(100_000)
                .build();
    }

    /** What is known, else what is read now. */
    public T of(long person, Supplier<T> reading) {
        var before = changes();
        var value = known(person);
        return value == null ? found(person, reading.get(), before) : value;
    }

    /** Something may wait for anybody. */
    public void came() {
        changes.incrementAndGet();
        known.invalidateAll();
    }

    /** Something may wait for this person. */
    public void came(long person) {
        changes.incrementAndGet();
        known.invalidate(person);
    }

    /** What is known already; null when it is to be read. */
    public @Nullable T known(long person) {
        return Writing.isUnderWay() ? null : known.getIfPresent(person);
    }

    /** How many there were, for {@link #found}. */
    public long changes() {
        return changes.get();
    }

    /** Remembers what was found, unless something came since there were {@code before} changes. */
    public T found(long person, T read, long before) {
        if (kept.test(read) && changes() == before && !Writing.isUnderWay()) {
            known.put(person, read);
            // Looked at afterwards: what came between the two is not forgotten.
            if (changes() != before) known.invalidate(person);
        }
        return read;
    }
}
