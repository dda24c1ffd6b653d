package org.parvis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a run as a table, and whether all targets hold. */
final class Figures {

    private final List<Figure> all = new ArrayList<>();

    void add(Figure figure) {
        all.add(figure);
    }

    boolean hold() {
        return all.stream().allMatch(Figure::holds);
    }

    String table() {
        var name = width("figure", Figure::name);
        var measured = width("measured", Figure::measured);
        var wanted = width("target", Figure::wanted);
        var line = "%%-%ds  %%%ds  %%-%ds  %%s".formatted(name, measured, wanted);
        var head = line.formatted("figure", "measured", "target", "");
        return head.strip()
                + all.stream()
                        .map(figure ->
                                line.formatted(figure.name(), figure.measured(), figure.wanted(), figure.verdict()))
                        .map(text -> "\n" + text.stripTrailing())
                        .collect(Collectors.joining());
    }

    private int width(String head, Function<Figure, String> part) {
        return Math.max(
                head.length(),
                all.stream().map(part).mapToInt(String::length).max().orElse(0));
    }
}
