package org.parvis.demo;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the demo company says and is, from the files beside the code. */
final class Script {

    private Script() {}

    static InputStream open(String name) {
        return Objects.requireNonNull(Script.class.getResourceAsStream("/demo/" + name), name);
    }

    /** The entries of a file, each by the names it gives its parts. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> entries(String name) {
        try (var file = open(name)) {
            return (List<Map<String, Object>>) new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Map<String, Object> entry, String name) {
        return String.valueOf(entry.get(name));
    }

    static boolean yes(Map<String, Object> entry, String name) {
        return Boolean.TRUE.equals(entry.get(name));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> entry, String name) {
        return (Map<String, Object>) entry.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> parts(Map<String, Object> entry, String name) {
        return (List<Map<String, Object>>) entry.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    static List<String> texts(Map<String, Object> entry, String name) {
        return (List<String>) entry.getOrDefault(name, List.of());
    }
}
