package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The first line of a CSV directory: which column holds what. */
final class Header {

    private final List<String> names;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final Map<Column, Integer> ranks = new EnumMap<>(Column.class);

    Header(List<String> names) {
        this.names = distinct(names);
        for (int i = 0; i < names.size(); i++) {
            var known = Column.known(names.get(i));
            if (known != null) {
                claim(known, i);
            }
        }
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

    // Of several columns for one thing (“job title” beside “function”) the surest header wins; the others are kept
    // as attributes under their own name.
    private void claim(Column.Known known, int place) {
        if (known.rank() < ranks.getOrDefault(known.column(), Integer.MAX_VALUE)) {
            places.put(known.column(), place);
            ranks.put(known.column(), known.rank());
        }
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

    int known() {
        return places.size();
    }

    boolean namesPeople() {
        return places.containsKey(Column.FULL_NAME) || places.containsKey(Column.FAMILY_NAME);
    }

    boolean tellsPeopleApart() {
        return places.containsKey(Column.ID) || places.containsKey(Column.EMAIL);
    }

    @Nullable
    String value(Column column, List<String> fields) {
        var place = places.get(column);
        return place == null ? null : fields.get(place);
    }

    String label(Column column) {
        var place = places.get(column);
        return place == null ? "" : Values.cut(names.get(place), 100);
    }

    /** Places of the columns we have no field for. */
    List<Integer> others() {
        return IntStream.range(0, names.size())
                .filter(i -> !places.containsValue(i) && !names.get(i).isEmpty())
                .boxed()
                .toList();
    }

    String name(int place) {
        return names.get(place);
    }
}
