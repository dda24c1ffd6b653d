package org.parvis.imports.slack;

import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** An export somebody has unpacked. Links are not followed: they may lead anywhere. */
record PlainFolder(Path root, Set<String> names) implements ExportFolder {

    static PlainFolder of(Path root) throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(root, DEEPEST + 1)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.toString().endsWith(".json"))
                    .limit(MOST_FILES + 1L)
                    .forEach(file -> names.add(root.relativize(file).toString().replace('\\', '/')));
        }
        if (names.size() > MOST_FILES) {
            throw new UnreadableFile("imports.slack.too-many-files");
        }
        return new PlainFolder(root, names);
    }

    @Override
    public BoundedStream open(String name) throws IOException {
        return new BoundedStream(Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS), LARGEST_FILE);
    }

    @Override
    public void close() {}
}
