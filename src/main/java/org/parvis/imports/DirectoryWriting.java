package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.DirectoryCensus.Census;
import org.parvis.imports.people.DirectoryFile;
import org.parvis.imports.people.DirectoryPlan;
import org.parvis.people.PersonId;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries a directory's plan out, in small transactions. */
@Component
class DirectoryWriting {

    static final int BATCH = 500;

    /** Fewer than these may always go; of more, not over one in twenty. */
    private static final int FEW = 10;

    private static final int ONE_IN = 20;

    private final DirectoryCensus census;
    private final DirectoryBatches batches;
    private final DirectoryPhotos photos;

    DirectoryWriting(DirectoryCensus census, DirectoryBatches batches, DirectoryPhotos photos) {
        this.census = census;
        this.batches = batches;
        this.photos = photos;
    }

    ImportReport carryOut(
            PeopleImport.Order order, DirectoryFile file, DirectoryPlan plan, PeopleImport.Progress progress) {
        var found = census.take(order.source(), plan);
        // Whoever would go stands first: that is what somebody may have to decide.
        var remarks = new ArrayList<>(found.remarks());
        remarks.addAll(plan.remarks());
        var counts = counts(plan);
        var state = ImportState.DONE;
        if (tooMany(found) && !order.force()) {
            counts.put("gone", (long) found.gone().size());
            state = ImportState.STOPPED;
        } else {
            write(order, file, plan, found, counts, remarks, progress);
        }
        counts.put("remarks", (long) remarks.size());
        return new ImportReport(
                state,
                counts,
                state == ImportState.STOPPED ? "imports.stopped" : "",
                state == ImportState.STOPPED
                        ? List.of(String.valueOf(found.gone().size()), String.valueOf(found.kept()))
                        : List.of(),
                List.copyOf(remarks));
    }

    private static boolean tooMany(Census found) {
        return found.gone().size() > FEW && (long) found.gone().size() * ONE_IN > found.kept();
    }

    private static Map<String, Long> counts(DirectoryPlan plan) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("rows", (long) plan.figures().rows() + plan.unread());
        counts.put("people", (long) plan.people().size());
        counts.put(
                "skipped",
                plan.skipped().values().stream().mapToLong(Integer::longValue).sum());
        counts.put("duplicates", (long) plan.duplicates());
        counts.put("withoutKey", (long) plan.withoutKey());
        counts.put("unread", (long) plan.unread());
        counts.put("sharedAddresses", (long) plan.sharedAddresses());
        return counts;
    }

    private void write(
            PeopleImport.Order order,
            DirectoryFile file,
            DirectoryPlan plan,
            Census found,
            Map<String, Long> counts,
            List<Remark> remarks,
            PeopleImport.Progress progress) {
        var done = new DirectoryBatches.Done();
        var groups = groups(plan);
        var people = new HashMap<String, @Nullable Long>();
        for (var from = 0; from < found.matches().size(); from += BATCH) {
            var batch = found.matches()
                    .subList(from, Math.min(from + BATCH, found.matches().size()));
            people.putAll(batches.people(order, batch, groups, done));
            progress.at(from + batch.size(), found.matches().size());
        }
        for (var from = 0; from < found.matches().size(); from += BATCH) {
            var batch = found.matches()
                    .subList(from, Math.min(from + BATCH, found.matches().size()));
            batches.managers(order, batch, people, done);
        }
        counts.put("created", done.created);
        counts.put("claimed", done.claimed);
        counts.put("updated", (long) done.changed.size());
        counts.put("unchanged", plan.people().size() - done.created - done.changed.size());
        counts.put("gone", gone(order, List.copyOf(found.gone())));
        counts.put("photos", photos.take(order, file, found.matches(), people, remarks));
    }

    private long gone(PeopleImport.Order order, List<PersonId> gone) {
        var count = 0L;
        for (var from = 0; from < gone.size(); from += BATCH) {
            count += batches.deactivate(order, gone.subList(from, Math.min(from + BATCH, gone.size())));
        }
        return count;
    }

    private static Map<String, List<String>> groups(DirectoryPlan plan) {
        var groups = new HashMap<String, List<String>>();
        plan.groups()
                .forEach(group -> group.memberKeys()
                        .forEach(member -> groups.computeIfAbsent(member, key -> new ArrayList<>())
                                .add(group.name())));
        groups.values().forEach(names -> names.sort(null));
        return groups;
    }
}
