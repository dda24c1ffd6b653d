package org.parvis.platform.files;

import java.util.List;

/** What the darkroom makes of a picture, and how much it looks at for that. */
enum Shape {

    /** The square in its middle, for a person or a community. */
    SQUARE(List.of(48, 96, 256), 10),

    /** All of it, by its longest side. */
    WHOLE(List.of(320, 640, 1280, 2048), 50);

    private final List<Integer> sizes;
    private final int megabytes;

    Shape(List<Integer> sizes, int megabytes) {
        this.sizes = sizes;
        this.megabytes = megabytes;
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
