package org.parvis.platform.database;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Data folders without an application around them. */
public final class Folders {

    public static DataFolder fresh() throws IOException {
        return at(Files.createTempDirectory(Path.of("target"), "data-"), false);
    }

    static DataFolder at(Path folder, boolean serving) throws IOException {
        var settings = Map.of("parvis.data", folder.toString(), "parvis.serving", serving);
        return new DataFolder(new Binder(new MapConfigurationPropertySource(settings))
                .bind("parvis", ParvisSettings.class)
                .get());
    }

    private Folders() {}
}
