package org.parvis.platform.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first bytes of a Matroska file (RFC 9559) say: whether it is WebM, which browsers play, and sound alone. */
final class Matroska {

    private static final int BEGINNING = 64 * 1024;
    // The element DocType with its length of four.
    private static final String WEBM = "B\u0082\u0084webm";

    private Matroska() {}

    static String type(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            var sound = beginning.contains("A_") && !beginning.contains("V_");
            return (sound ? "audio/" : "video/") + (beginning.contains(WEBM) ? "webm" : "matroska");
        }
    }
}
