package org.parvis.platform.files;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The formats a picture may come in, known by their first bytes. */
enum PictureFormat {
    JPEG("jpeg", "ffd8ff"),
    PNG("png", "89504e470d0a1a0a"),
    GIF("gif", "474946383");

    /** The types of what the darkroom makes. */
    static final Set<String> MADE = Set.of(JPEG.mediaType(), PNG.mediaType());

    private final String readerName;
    private final String beginning;

    PictureFormat(String readerName, String beginning) {
        this.readerName = readerName;
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] content) {
        var begins = HexFormat.of().formatHex(content, 0, Math.min(content.length, 8));
        return Stream.of(values())
                .filter(format -> begins.startsWith(format.beginning))
                .findFirst();
    }

    String readerName() {
        return readerName;
    }

    String mediaType() {
        return "image/" + readerName;
    }
}
