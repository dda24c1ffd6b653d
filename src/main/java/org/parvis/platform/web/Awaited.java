package org.parvis.platform.web;

import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.web.context.request.RequestContextHolder;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What waits for people, read once for a page however often it is shown there. For whom nothing waits it is not read again
 * for half an hour, unless something {@link #came came} for them: most pages then take no statement for it.
 */
public final class Awaited<T> {

    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Cache<Long, Boolean> idle =
            Caffeine.newBuilder().expireAfterWrite(A_WHILE).maximumSize(100_000).build();
    private final AtomicLong changes = new AtomicLong();
    private final Class<T> type;
    private final T nothing;
    private final Predicate<T> isNothing;

    public Awaited(Class<T> type, T nothing, Predicate<T> isNothing) {
        this.type = type;
        this.nothing = nothing;
        this.isNothing = isNothing;
    }

    /** What this page has read already, nothing if that is known, else what is read now. */
    public T of(long person, Supplier<T> reading) {
        var read = RequestContextHolder.currentRequestAttributes().getAttribute(type.getName(), SCOPE_REQUEST);
        if (type.isInstance(read)) return type.cast(read);
        return idle.getIfPresent(person) == null ? read(person, reading) : nothing;
    }

    /** What is read now, for the rest of this page too. */
    public T read(long person, Supplier<T> reading) {
        var before = changes.get();
        var read = reading.get();
        // Not what was read before something came and is kept after it.
        if (isNothing.test(read) && changes.get() == before) idle.put(person, true);
        RequestContextHolder.currentRequestAttributes().setAttribute(type.getName(), read, SCOPE_REQUEST);
        return read;
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
}
