package org.parvis.imports.slack;

import org.parvis.imports.UnreadableFile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;

/** The files of an export by their names within it, wherever they lie. Nothing is ever unpacked. */
interface ExportFolder extends Closeable {

    int MOST_FILES = 500_000;
    int LONGEST_NAME = 500;
    int DEEPEST = 3;
    long LARGEST_FILE = 256L << 20;

    Set<String> names();

    /** Ends in an {@link IOException} where a file grows past any honest size. */
    BoundedStream open(String name) throws IOException;

    static ExportFolder of(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return PlainFolder.of(path);
        } else if (Files.isRegularFile(path)) {
            return ZipFolder.of(path);
        } else {
            throw new UnreadableFile("imports.file.missing");
        }
    }

    // An honest export has no such names; one that has is somebody's trap, and is refused whole.
    static String safe(String name) {
        var plain = name.replace('\\', '/');
        var parts = plain.split("/", -1);
        boolean climbs = plain.startsWith("/") || plain.indexOf('\0') >= 0 || plain.matches("^[A-Za-z]:.*");
        for (var part : parts) {
            climbs |= part.equals("..") || part.equals(".");
        }
        if (climbs || plain.length() > LONGEST_NAME || parts.length > DEEPEST + 1) {
            throw new UnreadableFile("imports.slack.unsafe-name", printable(plain));
        }
        return plain;
    }

    private static String printable(String name) {
        var clean = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return clean.length() > 80 ? clean.substring(0, 80) + "…" : clean;
    }
}
