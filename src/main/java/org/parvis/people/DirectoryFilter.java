package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How the directory is narrowed: parts of a name in any order, and for each facet the values that will do. */
public record DirectoryFilter(String q, Map<Facet, List<String>> chosen) {

    /** More words than a name has only cost time. */
    private static final int WORDS = 6;

    /** More values than a person ticks. */
    private static final int VALUES = 20;

    private static final int LONGEST = 300;

    /** From the parameters of an address: {@code q}, and each facet by its code, as often as there are values. */
    public static DirectoryFilter of(@Nullable String q, Function<String, @Nullable List<String>> parameters) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = parameters.apply(facet.code());
            var given = values == null ? List.<String>of() : given(values);
            if (!given.isEmpty()) {
                chosen.put(facet, given);
            }
        }
        return new DirectoryFilter(bounded(q == null ? "" : q), chosen);
    }

    /** By name alone. */
    public static DirectoryFilter named(@Nullable String q) {
        return of(q, facet -> null);
    }

    public boolean narrows() {
        return !q.isEmpty() || !chosen.isEmpty();
    }

    public boolean chose(Facet facet, String value) {
        return of(facet).contains(value);
    }

    /** The directory so narrowed. */
    public String href() {
        return address("/people").build(true).toUriString();
    }

    /** All values of a facet under this filter. */
    public String hrefOfAll(Facet facet) {
        return address("/people/values")
                .queryParam("of", facet.code())
                .build(true)
                .toUriString();
    }

    /** The filter with one value more, or one value taken back. */
    public DirectoryFilter toggled(Facet facet, String value) {
        var values = new ArrayList<>(of(facet));
        if (!values.remove(value)) {
            values.add(value);
        }
        var others = without(facet).chosen;
        if (!values.isEmpty()) {
            others.put(facet, values);
        }
        return new DirectoryFilter(q, others);
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!q.isEmpty()) {
            address.queryParam("q", UriUtils.encode(q, StandardCharsets.UTF_8));
        }
        chosen.forEach((facet, values) -> values.forEach(
                value -> address.queryParam(facet.code(), UriUtils.encode(value, StandardCharsets.UTF_8))));
        return address;
    }

    List<String> of(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    DirectoryFilter without(Facet facet) {
        var others = new EnumMap<Facet, List<String>>(Facet.class);
        others.putAll(chosen);
        others.remove(facet);
        return new DirectoryFilter(q, others);
    }

    /** The words of the search, each a pattern to be found somewhere in a name. */
    List<String> words() {
        return Stream.of(q.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .map(word -> word.replaceAll("[\\\\%_]", "\\\\$0"))
                .toList();
    }

    private static List<String> given(List<String> values) {
        return values.stream()
                .map(DirectoryFilter::bounded)
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(VALUES)
                .toList();
    }

    private static String bounded(String text) {
        var clean = text.replace("\0", "").strip();
        var kept = Math.min(LONGEST, clean.codePointCount(0, clean.length()));
        return clean.substring(0, clean.offsetByCodePoints(0, kept));
    }
}
