package org.parvis.platform.web;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/**
 * Our Stimulus controllers as one module, so that a slow phone makes one request instead of twenty. A file
 * {@code controllers/select_all_controller.js} is registered as {@code select-all}; there is no list to keep.
 */
final class Behaviours {

    private static final String CLASS = "export default class";

    static String module() {
        var imports = new LinkedHashSet<String>();
        var classes = AssetSources.ours("js/controllers", "js").stream()
                .map(file -> registered(file, imports))
                .collect(Collectors.joining("\n"));
        return String.join("\n", imports) + "\n" + AssetSources.our("js/app.js") + "\n" + classes;
    }

    // A block of its own for each file, so that two may name their constants alike.
    private static String registered(AssetSources.Source file, LinkedHashSet<String> imports) {
        file.text().lines().filter(line -> line.startsWith("import ")).forEach(imports::add);
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

    private static String identifier(String fileName) {
        return fileName.replaceFirst("_controller$", "").replace('_', '-');
    }

    private Behaviours() {}
}
