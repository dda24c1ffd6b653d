package org.parvis.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follows a command: {@code --name value}, or {@code --name} alone. */
record Options(Map<String, String> values) {

    /** One that there is not, or one without what it needs. */
    static final class Unknown extends RuntimeException {
        Unknown(String message) {
            super(message);
        }
    }

    /** @throws Unknown for what is none of these names */
    static Options of(List<String> words, String... names) {
        var known = Set.of(names);
        var values = new HashMap<String, String>();
        for (var n = 0; n < words.size(); n++) {
            var name = words.get(n);
            if (!known.contains(name)) throw new Unknown("There is no " + name);
            var alone = n + 1 == words.size() || words.get(n + 1).startsWith("--");
            values.put(name, alone ? "" : words.get(++n));
        }
        return new Options(Map.copyOf(values));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return has(name) ? Integer.parseInt(values.get(name)) : otherwise;
    }

    /**
     * Settings of the server that is measured, {@code PARVIS_A=1,PARVIS_B=2}; none when it is not given.
     *
     * @throws Unknown for what is no setting
     */
    Map<String, String> settings(String name) {
        var settings = new HashMap<String, String>();
        for (var setting : text(name, "").split(",(?=PARVIS_)")) {
            var parts = setting.split("=", 2);
            if (parts.length == 2) settings.put(parts[0], parts[1]);
            else if (!setting.isEmpty()) throw new Unknown(name + " takes PARVIS_NAME=VALUE, and not " + setting);
        }
        return settings;
    }

    /** @throws Unknown when it is not given */
    Path folder(String name) {
        var folder = text(name, "");
        if (folder.isEmpty()) throw new Unknown(name + " FOLDER is missing");
        return Path.of(folder).toAbsolutePath();
    }
}
