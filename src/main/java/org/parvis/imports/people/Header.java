package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The first line of a CSV directory: which column holds what. */
final class Header {

    private final List<String> names;
    private final Map<Column, List<Integer>> places = new EnumMap<>(Column.class);

    Header(List<String> names) {
        this.names = distinct(names);
        var ranks = new EnumMap<Column, TreeMap<Integer, Integer>>(Column.class);
        for (int i = 0; i < names.size(); i++) {
            var known = Column.known(names.get(i));
            if (known != null) {
                ranks.computeIfAbsent(known.column(), column -> new TreeMap<>()).putIfAbsent(known.rank(), i);
            }
        }
        ranks.forEach((column, ranked) -> places.put(column, List.copyOf(ranked.values())));
        settleNames();
    }

    // Two columns of one name would overwrite each other.
    private static List<String> distinct(List<String> names) {
        var times = new HashMap<String, Integer>();
        return names.stream()
                .map(String::strip)
                .map(name -> times.merge(name, 1, Integer::sum) == 1 || name.isEmpty()
                        ? name
                        : name + " (" + times.get(name) + ")")
                .toList();
    }

    // “Nom” is the family name beside “Prénom”, and the whole name without it; so is “Name”.
    private void settleNames() {
        boolean given = places.containsKey(Column.GIVEN_NAME);
        if (given && !places.containsKey(Column.FAMILY_NAME)) {
            move(Column.FULL_NAME, Column.FAMILY_NAME);
        } else if (!given && !places.containsKey(Column.FULL_NAME)) {
            move(Column.FAMILY_NAME, Column.FULL_NAME);
        }
    }

    private void move(Column from, Column to) {
        var place = places.remove(from);
        if (place != null) {
            places.put(to, place);
        }
    }

    int width() {
        return names.size();
    }

    /** Whether a row under this header is a second line of headings, such as some systems put there for people. */
    boolean isRepeatedBy(List<String> fields) {
        int known = new Header(fields).places.size();
        return known > 2 && 2 * known > places.size();
    }

    boolean namesPeople() {
        return places.containsKey(Column.FULL_NAME) || places.containsKey(Column.FAMILY_NAME);
    }

    boolean tellsPeopleApart() {
        return places.containsKey(Column.ID) || places.containsKey(Column.EMAIL);
    }

    /** Of several columns for one thing (“job title” beside “function”) the surest that holds something. */
    @Nullable
    String value(Column column, List<String> fields) {
        for (int place : places.getOrDefault(column, List.of())) {
            if (!fields.get(place).isBlank()) {
                return fields.get(place);
            }
        }
        return null;
    }

    String label(Column column) {
        var known = places.get(column);
        return known == null ? "" : Values.cut(names.get(known.getFirst()), 100);
    }

    /** Places of the columns we have no field for, or a surer one. */
    List<Integer> others() {
        var taken = places.entrySet().stream()
                .filter(known -> known.getKey() != Column.STATE)
                .map(known -> known.getValue().getFirst())
                .collect(Collectors.toSet());
        return IntStream.range(0, names.size())
                .filter(i -> !taken.contains(i) && !names.get(i).isEmpty())
                .boxed()
                .toList();
    }

    String name(int place) {
        return names.get(place);
    }
}
