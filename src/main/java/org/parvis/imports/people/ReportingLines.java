package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.Remark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Who reports to whom, once vacant posts, dead ends and circles are out of the way. */
final class ReportingLines {

    private final List<DirectoryEntry> entries;
    private final Map<String, DirectoryEntry> people;
    private final Map<String, DirectoryEntry> vacancies;
    private final Consumer<Remark> remarks;
    private final Map<String, String> keys = new HashMap<>();

    ReportingLines(
            List<DirectoryEntry> entries,
            Map<String, DirectoryEntry> people,
            Map<String, DirectoryEntry> vacancies,
            Addresses addresses,
            Consumer<Remark> remarks) {
        this.entries = entries;
        this.people = people;
        this.vacancies = vacancies;
        this.remarks = remarks;
        vacancies.forEach((key, entry) -> name(key, entry, addresses));
        people.forEach((key, entry) -> name(key, entry, addresses));
    }

    // A shared address names nobody. People come last and so win over a vacant post of the same id.
    private void name(String key, DirectoryEntry entry, Addresses addresses) {
        var address = addresses.personal(entry);
        if (address != null) {
            keys.put(address, key);
        }
        if (entry.dn() != null) {
            keys.put(entry.dn(), key);
        }
        keys.put(key, key);
    }

    /** The manager's key of everyone who has one. */
    Map<String, String> managers() {
        entries.forEach(this::remarkOn);
        var managers = new HashMap<String, String>();
        people.forEach((key, person) -> {
            var manager = nearestNamed(person);
            if (manager != null && !manager.equals(key)) {
                managers.put(key, manager);
            }
        });
        breakCircles(managers);
        return managers;
    }

    /** The key of the person an id, an address or a distinguished name means. */
    @Nullable
    String personCalled(String name) {
        var key = key(name);
        return key != null && people.containsKey(key) ? key : null;
    }

    private @Nullable String key(String name) {
        var key = keys.get(name);
        return key == null ? keys.get(name.toLowerCase(Locale.ROOT)) : key;
    }

    private void remarkOn(DirectoryEntry entry) {
        var manager = entry.manager();
        if (manager != null && FileFigures.reportsToSelf(entry)) {
            remarks.accept(Remark.at(entry.line(), "imports.line.self-report"));
        } else if (manager != null && key(manager) == null) {
            remarks.accept(Remark.at(entry.line(), "imports.line.missing-manager", Values.excerpt(manager)));
        }
    }

    // Up through vacant posts to the first person. A way that leads back to the start, or round among vacant posts,
    // leads nowhere.
    private @Nullable String nearestNamed(DirectoryEntry person) {
        var passed = new HashSet<String>();
        var manager = person.manager();
        var key = manager == null ? null : key(manager);
        while (key != null && !people.containsKey(key) && passed.add(key)) {
            var post = vacancies.get(key);
            var above = post == null ? null : post.manager();
            key = above == null ? null : key(above);
        }
        if (key == null) {
            return null;
        } else if (passed.contains(key) || !passed.isEmpty() && key.equals(person.key())) {
            remarks.accept(Remark.at(person.line(), "imports.line.circle", Values.excerpt(key)));
            return null;
        } else {
            return key;
        }
    }

    // The smallest id of a circle becomes its top: the same one whatever the order of the file.
    private void breakCircles(Map<String, String> managers) {
        var settled = new HashSet<String>();
        for (var key : List.copyOf(people.keySet())) {
            var circle = circleAbove(key, managers, settled);
            if (!circle.isEmpty()) {
                var top = Collections.min(circle);
                managers.remove(top);
                remarkOnCircle(top, circle.size());
            }
        }
    }

    private static List<String> circleAbove(String key, Map<String, String> managers, Set<String> settled) {
        var passed = new LinkedHashSet<String>();
        String at = key;
        while (at != null && !settled.contains(at) && passed.add(at)) {
            at = managers.get(at);
        }
        var way = new ArrayList<>(passed);
        boolean circle = at != null && passed.contains(at);
        settled.addAll(passed);
        return circle ? way.subList(way.indexOf(at), way.size()) : List.of();
    }

    private void remarkOnCircle(String top, int size) {
        var person = people.get(top);
        if (person != null) {
            remarks.accept(
                    Remark.at(person.line(), "imports.line.circle-broken", Values.excerpt(top), String.valueOf(size)));
        }
    }
}
