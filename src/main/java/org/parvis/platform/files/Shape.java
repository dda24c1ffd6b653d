package org.parvis.platform.files;

import java.util.List;
import java.util.Optional;

/** What the darkroom makes of an upload, and how much it looks at for that. */
enum Shape {

    /** The square in the middle of a picture, for a person or a community. */
    SQUARE(List.of(48, 96, 256), 10),

    /** All of a picture, by its longest side. */
    WHOLE(List.of(320, 640, 1280, 2048), 50),

    /** The first page of a document, by its longest side. */
    PAGE(List.of(320, 1280), 50);

    private final List<Integer> sizes;
    private final int megabytes;

    Shape(List<Integer> sizes, int megabytes) {
        this.sizes = sizes;
        this.megabytes = megabytes;
    }

    /** What can be shown of a file that begins like this; nothing of most. */
    static Optional<Shape> ofFile(byte[] beginning) {
        if (PictureFormat.of(beginning).isPresent() || Heic.isThere(beginning)) {
            return Optional.of(WHOLE);
        } else if (FirstPage.isThere(beginning)) {
            return Optional.of(PAGE);
        } else {
            return Optional.empty();
        }
    }

    /** In pixels, the smallest first. */
    List<Integer> sizes() {
        return sizes;
    }

    int largest() {
        return sizes.getLast();
    }

    /** The heaviest upload it is made of. */
    int megabytes() {
        return megabytes;
    }

    /** The most its answer can take, in bytes. */
    int longestAnswer() {
        return this == SQUARE ? 2 * 1024 * 1024 : 32 * 1024 * 1024;
    }
}
