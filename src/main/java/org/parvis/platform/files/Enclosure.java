package org.parvis.platform.files;

/**
 * A file that waits for what it belongs to, as its owner wants it there.
 *
 * @param alt what a picture shows; may be empty
 */
public record Enclosure(long file, String alt) {

    /** The longest description of a picture, in characters. */
    public static final int ALT = 1_000;
}
