package org.parvis.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.platform.database.Writing;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The numbers beside the directory, in memory until somebody's entry changes: everybody is looked at for them. Every
 * employee has the same, who sees everybody; what a guest sees is counted for each.
 */
@Component
class KnownFacets implements ChangeListener {

    private final Cache<DirectoryFilter, Facets> known = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final AtomicLong changes = new AtomicLong();

    Facets of(Viewer viewer, DirectoryFilter filter, Supplier<Facets> counting) {
        if (!viewer.employee() || Writing.isUnderWay()) return counting.get();
        var facets = known.getIfPresent(filter);
        if (facets == null) {
            var before = changes.get();
            facets = counting.get();
            known.put(filter, facets);
            // Looked at afterwards: what changed between the two is not forgotten.
            if (changes.get() != before) known.invalidate(filter);
        }
        return facets;
    }

    @Override
    public void changed(List<Activity> activities) {
        if (activities.stream().anyMatch(change -> change.changes(People.KIND))) {
            changes.incrementAndGet();
            known.invalidateAll();
        }
    }
}
