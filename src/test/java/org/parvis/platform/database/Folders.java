package org.parvis.platform.database;

import org.parvis.testing.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Data folders without an application around them. */
public final class Folders {

    public static DataFolder fresh() throws IOException {
        return at(Files.createTempDirectory(Path.of("target"), "data-"), false);
    }

    public static DataFolder at(Path folder, boolean serving) throws IOException {
        return new DataFolder(Settings.of(Map.of("parvis.data", folder.toString(), "parvis.serving", serving)));
    }

    private Folders() {}
}
