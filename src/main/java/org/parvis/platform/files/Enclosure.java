package org.parvis.platform.files;

/**
 * A file that waits for what it belongs to, as its owner wants it there.
 *
 * @param alt what a picture shows; may be empty
 * @param transcript what is said in a film or in sound; may be empty
 */
public record Enclosure(long file, String alt, String transcript) {

    /** The longest description of a picture, in characters. */
    public static final int ALT = 1_000;

    public Enclosure(long file, String alt) {
        this(file, alt, "");
    }
}
