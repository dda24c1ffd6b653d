package org.parvis.platform.files;

import java.util.Map;

/** What the darkroom made of an upload: sizes by their side in pixels, all of one type; how large the largest is. */
record Print(Shape shape, String mediaType, int width, int height, Map<Integer, byte[]> sizes) {

    byte[] size(int side) {
        var size = sizes.get(side);
        if (size == null) throw new IllegalArgumentException("No size of " + side);
        return size;
    }
}
