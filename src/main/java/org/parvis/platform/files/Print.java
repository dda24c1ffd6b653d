package org.parvis.platform.files;

import java.util.Map;
import java.util.stream.Stream;

/**
 * What the darkroom made of an upload: sizes by their side in pixels, all of one type that everything shows; how large the
 * largest is.
 *
 * @param lighter the same sizes in {@link PictureFormat#WEBP}, where that takes less
 */
record Print(
        Shape shape,
        String mediaType,
        int width,
        int height,
        Map<Integer, byte[]> sizes,
        Map<Integer, byte[]> lighter) {

    byte[] size(int side) {
        var size = sizes.get(side);
        if (size == null) throw new IllegalArgumentException("No size of " + side);
        return size;
    }

    /** Each in each format there is. */
    Stream<byte[]> all() {
        return Stream.concat(sizes.values().stream(), lighter.values().stream());
    }
}
