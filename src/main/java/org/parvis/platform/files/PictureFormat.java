package org.parvis.platform.files;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats a picture may come in, known by their first bytes. */
enum PictureFormat {
    JPEG("jpeg", "ffd8ff"),
    PNG("png", "89504e470d0a1a0a"),
    GIF("gif", "474946383"),
    WEBP("webp", "52494646.{8}57454250");

    /** The types of what the darkroom makes for whatever shows pictures; {@link #WEBP} stands beside it. */
    static final Set<String> MADE = Set.of(JPEG.mediaType(), PNG.mediaType());

    private static final int LONGEST_BEGINNING = 12;

    private final String readerName;
    private final Pattern beginning;

    PictureFormat(String readerName, String beginning) {
        this.readerName = readerName;
        this.beginning = Pattern.compile(beginning);
    }

    static Optional<PictureFormat> of(byte[] content) {
        var begins = HexFormat.of().formatHex(content, 0, Math.min(content.length, LONGEST_BEGINNING));
        return Stream.of(values())
                .filter(format -> format.beginning.matcher(begins).lookingAt())
                .findFirst();
    }

    String readerName() {
        return readerName;
    }

    String mediaType() {
        return "image/" + readerName;
    }
}
