package org.parvis.platform.settings;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The lines of {@code parvis.properties}, in the working folder and in the data folder. The environment stands above
 * them, the working folder's above the data folder's. A line without a value sets nothing.
 */
public final class SettingsFiles {

    static final Set<String> KNOWN = Arrays.stream(ParvisSettings.class.getRecordComponents())
            .map(component ->
                    "PARVIS_" + component.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
            .filter(name -> !Set.of("PARVIS_SERVING", "PARVIS_COMMAND").contains(name))
            .collect(Collectors.toCollection(TreeSet::new));

    private SettingsFiles() {}

    static String known() {
        return String.join(", ", KNOWN);
    }

    public static void addTo(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        var last =
                add(Path.of("parvis.properties"), sources, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        var data = environment.getProperty("parvis.data", "data");
        add(Path.of(data, "parvis.properties"), sources, last);
    }

    private static String add(Path file, MutablePropertySources sources, String above) {
        var name = file.toAbsolutePath().normalize().toString();
        if (!Files.isRegularFile(file) || sources.contains(name)) return above;
        sources.addAfter(above, new MapPropertySource(name, settings(file)));
        return name;
    }

    private static LinkedHashMap<String, Object> settings(Path file) {
        var settings = new LinkedHashMap<String, Object>();
        lines(file).forEach((name, value) -> {
            var property = property(file, name.toString());
            if (!value.toString().isBlank()) settings.put(property, value);
        });
        return settings;
    }

    private static Properties lines(Path file) {
        try {
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return lines;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    /** A misspelt line would otherwise be silently without effect. */
    private static String property(Path file, String name) {
        if (!KNOWN.contains(name)) {
            throw new Refusal("%s: there is no setting %s. There are %s.".formatted(file, name, known()));
        }
        return "parvis."
                + name.substring("PARVIS_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
