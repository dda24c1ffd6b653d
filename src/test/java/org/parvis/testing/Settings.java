package org.parvis.testing;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

/** Settings without an application around them. */
public final class Settings {

    private Settings() {}

    /** As if this alone, such as {@code parvis.port}, had been set. */
    public static ParvisSettings of(Map<String, ?> given) {
        return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate("parvis", ParvisSettings.class);
    }
}
