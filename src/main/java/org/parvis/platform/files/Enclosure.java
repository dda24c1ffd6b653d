package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;

/**
 * A file as its owner wants it where it belongs.
 *
 * @param alt what a picture shows; may be empty, and null leaves it as it is
 * @param transcript what is said in a film or in sound; may be empty, and null leaves it as it is
 */
public record Enclosure(
        long file, @Nullable String alt, @Nullable String transcript) {

    /** The longest description of a picture, in characters. */
    public static final int ALT = 1_000;

    public Enclosure(long file, String alt) {
        this(file, alt, "");
    }

    /** The file with what is said of it already. */
    public Enclosure(long file) {
        this(file, null, null);
    }
}
