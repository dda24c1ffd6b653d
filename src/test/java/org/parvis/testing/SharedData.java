package org.parvis.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The real data that stands beside the project, in {@code shared/data} of the nearest folder above that has it. */
public final class SharedData {

    private SharedData() {}

    public static Path file(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No shared/data/" + name + " beside the project"));
    }
}
