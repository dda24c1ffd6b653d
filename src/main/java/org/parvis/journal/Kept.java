package org.parvis.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parvis.platform.database.Writing;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Values by their number, kept in memory for a while: loaded many at once, dropped when they change. A value that was read
 * before a drop is not kept after it. Rights are never decided by it: it keeps what is the same for all who may read it.
 */
public final class Kept<V> {

    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final Function<Set<Long>, Map<Long, V>> load;
    private final Cache<Long, V> values;

    // When which number was dropped: for as long as a statement may take that read it before.
    private final Cache<Long, Long> dropped =
            Caffeine.newBuilder().expireAfterWrite(A_MOMENT).build();
    private final AtomicLong drops = new AtomicLong();
    private final AtomicLong droppedAll = new AtomicLong();

    /**
     * @param most how much is kept, in what {@code weigh} counts
     * @param load reads these, in one statement; what is not there is missing in the answer, and asked again next time
     */
    public Kept(long most, ToIntFunction<V> weigh, Function<Set<Long>, Map<Long, V>> load) {
        this.load = load;
        values = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Long id, V value) -> weigh.applyAsInt(value))
                .expireAfterWrite(A_WHILE)
                .build();
    }

    /** Those of them that there are. */
    public Map<Long, V> of(Collection<Long> ids) {
        if (Writing.isUnderWay()) return load.apply(new HashSet<>(ids));
        var found = new HashMap<>(values.getAllPresent(ids));
        if (found.size() < ids.size()) {
            var missing = new HashSet<>(ids);
            missing.removeAll(found.keySet());
            if (!missing.isEmpty()) found.putAll(loaded(missing));
        }
        return found;
    }

    private Map<Long, V> loaded(Set<Long> missing) {
        var before = drops.get();
        var loaded = load.apply(missing);
        loaded.forEach((id, value) -> {
            values.put(id, value);
            // Looked at afterwards: whoever drops between the two finds it there.
            if (isDroppedSince(before, id)) values.invalidate(id);
        });
        return loaded;
    }

    private boolean isDroppedSince(long before, long id) {
        var at = dropped.getIfPresent(id);
        return droppedAll.get() > before || at != null && at > before;
    }

    public void drop(long id) {
        dropped.put(id, drops.incrementAndGet());
        values.invalidate(id);
    }

    public void dropAll() {
        forgetWhatIsOnItsWay();
        values.invalidateAll();
    }

    /** Drops what this is true of; looks at all there are. */
    public void dropIf(BiPredicate<Long, V> changed) {
        forgetWhatIsOnItsWay();
        values.asMap().forEach((id, value) -> {
            if (changed.test(id, value)) values.invalidate(id);
        });
    }

    private void forgetWhatIsOnItsWay() {
        droppedAll.accumulateAndGet(drops.incrementAndGet(), Math::max);
    }
}
