package org.parvis.platform.command;

import org.parvis.platform.settings.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was typed: the command's name, its own arguments, and the settings given for this once. */
record CommandLine(String name, List<String> arguments, Map<String, Object> settings) {

    private static final List<String> SETTINGS = List.of("port", "data");

    static CommandLine of(List<String> words) {
        var arguments = new ArrayList<String>();
        var settings = new HashMap<String, Object>();
        for (var word = words.iterator(); word.hasNext(); ) {
            var next = word.next();
            var setting = setting(next);
            if (setting.isEmpty()) {
                arguments.add(next);
            } else if (next.contains("=")) {
                settings.put("parvis." + setting, next.substring(next.indexOf('=') + 1));
            } else if (word.hasNext()) {
                settings.put("parvis." + setting, word.next());
            } else {
                throw Refusal.ofUsage("%s needs a value.".formatted(next));
            }
        }
        var name = arguments.isEmpty() ? "run" : arguments.removeFirst();
        return new CommandLine(name, List.copyOf(arguments), Map.copyOf(settings));
    }

    boolean serves() {
        return name.equals("run") || isThrownAway();
    }

    /** Whether it happens on a folder of its own, and with nothing of what a real network is set to. */
    boolean isThrownAway() {
        return name.equals("demo") || name.equals("train");
    }

    /** Whether there has to be a network already. */
    boolean needsNetwork() {
        return name.equals("token") || name.equals("backup");
    }

    String onlyArgument(String usage) {
        if (arguments.size() != 1) throw Refusal.ofUsage("Usage: " + usage);
        return arguments.getFirst();
    }

    boolean isFor(String command) {
        return name.equals(command);
    }

    /** A misspelt option would otherwise be silently without effect. */
    void refuseSurplus() {
        if (serves() && !arguments.isEmpty()) {
            throw Refusal.ofUsage("%s does not know %s; ./parvis help lists what there is."
                    .formatted(name, String.join(" ", arguments)));
        }
    }

    private static String setting(String word) {
        return SETTINGS.stream()
                .filter(name -> word.equals("--" + name) || word.startsWith("--" + name + "="))
                .findFirst()
                .orElse("");
    }
}
