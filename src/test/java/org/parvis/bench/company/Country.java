package org.parvis.bench.company;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where people work, a hundred of them, the first with the most.
 *
 * @param names which names people have there
 * @param writes in which language they write
 * @param reads in which language the network speaks to them
 */
record Country(String code, String zone, String names, String writes, String reads, List<String> sites) {

    static final List<Country> ALL =
            Words.lines("countries.txt").stream().map(Country::of).toList();

    /** Given names, then family names, by what {@link #names} says. */
    static final Map<String, List<List<String>>> NAMES = Words.lines("names.txt").stream()
            .collect(Collectors.toMap(
                    line -> line.substring(0, 2),
                    line -> List.of(line.substring(3).split("\\|", 2)).stream()
                            .map(list -> List.of(list.split(",", -1)))
                            .toList()));

    static final List<String> SITES =
            ALL.stream().flatMap(country -> country.sites.stream()).toList();

    private static Country of(String line) {
        var parts = List.of(line.split(" ", 4));
        var names = parts.get(2);
        var writes = Phrases.LANGUAGES.contains(names) ? names : names.equals("ma") ? "fr" : "en";
        return new Country(
                parts.get(0),
                parts.get(1),
                names,
                writes,
                writes.equals("fr") ? "fr" : "en",
                List.of(parts.get(3).split(",", -1)));
    }
}
