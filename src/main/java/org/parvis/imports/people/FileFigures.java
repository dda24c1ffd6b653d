package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a directory holds as it stands, before anything is decided: the head of the report, by which someone who knows
 * the file sees that it was read right.
 *
 * @param named rows with anything at all in the name, “N/D” and “Vacant” included
 * @param doubledKeys ids that stand more than once
 * @param rowsTooMany rows that would have to go for every id to stand once
 * @param missingManagers rows whose manager is not in the file
 * @param selfReports rows that name themselves as their manager
 * @param rowsInCircles rows whose chain of managers never ends; a doubled id speaks by its last row here
 */
public record FileFigures(
        int rows,
        int named,
        int doubledKeys,
        int rowsTooMany,
        int missingManagers,
        int selfReports,
        int rowsInCircles,
        int addresses,
        int distinctAddresses) {

    static FileFigures of(List<DirectoryEntry> entries) {
        var rowsPerKey = new HashMap<String, Integer>();
        var managers = new HashMap<String, String>();
        var addresses = new HashMap<String, Integer>();
        var known = new HashSet<String>();
        for (var entry : entries) {
            known.addAll(namesOf(entry));
            if (entry.email() != null) {
                addresses.merge(entry.email().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
            if (entry.key() != null) {
                rowsPerKey.merge(entry.key(), 1, Integer::sum);
                managers.put(entry.key(), Objects.requireNonNullElse(entry.manager(), ""));
            }
        }
        return new FileFigures(
                entries.size(),
                count(entries, entry -> !entry.name().isEmpty()),
                (int) rowsPerKey.values().stream().filter(rows -> rows > 1).count(),
                rowsPerKey.values().stream().mapToInt(rows -> rows - 1).sum(),
                count(entries, entry -> isMissing(entry, known)),
                count(entries, FileFigures::reportsToSelf),
                count(entries, entry -> endsInCircle(entry.key(), managers)),
                addresses.values().stream().mapToInt(Integer::intValue).sum(),
                addresses.size());
    }

    private static int count(List<DirectoryEntry> entries, Predicate<DirectoryEntry> fact) {
        return (int) entries.stream().filter(fact).count();
    }

    /** Everything by which another row may name this one as its manager. */
    static Set<String> namesOf(DirectoryEntry entry) {
        var names = new HashSet<String>();
        if (entry.id() != null) {
            names.add(entry.id());
        }
        if (entry.dn() != null) {
            names.add(entry.dn());
        }
        if (entry.email() != null) {
            names.add(entry.email().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    static boolean isMissing(DirectoryEntry entry, Set<String> known) {
        var manager = entry.manager();
        return manager != null && !known.contains(manager) && !known.contains(manager.toLowerCase(Locale.ROOT));
    }

    static boolean reportsToSelf(DirectoryEntry entry) {
        var manager = entry.manager();
        var names = namesOf(entry);
        return manager != null && (names.contains(manager) || names.contains(manager.toLowerCase(Locale.ROOT)));
    }

    private static boolean endsInCircle(@Nullable String key, Map<String, String> managers) {
        var passed = new HashSet<String>();
        var at = key;
        while (at != null && managers.containsKey(at) && passed.add(at)) {
            at = managers.get(at);
        }
        return at != null && passed.contains(at);
    }
}
