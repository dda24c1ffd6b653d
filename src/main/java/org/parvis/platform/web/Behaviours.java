package org.parvis.platform.web;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Our Stimulus controllers as one module, so that a slow phone makes one request instead of twenty. A file
 * {@code controllers/select_all_controller.js} is registered as {@code select-all}; there is no list to keep.
 */
final class Behaviours {

    private static final String CLASS = "export default class";
    private static final Pattern NAMED = Pattern.compile("import \\{ (.+) } from (\".+\")");

    static String module() {
        var imports = new TreeMap<String, TreeSet<String>>();
        var classes = AssetSources.ours("js/controllers", "js").stream()
                .map(file -> registered(file, imports))
                .collect(Collectors.joining("\n"));
        return imports.entrySet().stream()
                        .map(from ->
                                "import { " + String.join(", ", from.getValue()) + " } from " + from.getKey() + "\n")
                        .collect(Collectors.joining())
                + AssetSources.our("js/app.js") + "\n" + classes;
    }

    // A block of its own for each file, so that two may name their constants alike.
    private static String registered(AssetSources.Source file, TreeMap<String, TreeSet<String>> imports) {
        file.text().lines().filter(line -> line.startsWith("import ")).forEach(line -> add(line, file.name(), imports));
        if (!file.text().contains(CLASS)) {
            throw new IllegalStateException(file.name() + " exports no class by default");
        }
        var body = file.text()
                .lines()
                .filter(line -> !line.startsWith("import "))
                .collect(Collectors.joining("\n"))
                .replaceFirst(CLASS, "const behaviour = class");
        return "{\n" + body.strip() + "\napplication.register(\"" + identifier(file.name()) + "\", behaviour)\n}";
    }

    // Two files may want different things of a model, and nothing is imported twice.
    private static void add(String line, String file, TreeMap<String, TreeSet<String>> imports) {
        var named = NAMED.matcher(line);
        if (!named.matches()) {
            throw new IllegalStateException(file + " imports other than by name: " + line);
        }
        imports.computeIfAbsent(named.group(2), from -> new TreeSet<>())
                .addAll(List.of(named.group(1).split(", ")));
    }

    private static String identifier(String fileName) {
        return fileName.replaceFirst("_controller$", "").replace('_', '-');
    }

    private Behaviours() {}
}
