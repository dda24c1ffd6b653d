package org.parvis.platform.files;

import java.util.Map;

/** What the darkroom made of an upload: squares by their side in pixels, all of one type. */
record Print(String mediaType, Map<Integer, byte[]> squares) {

    byte[] square(int size) {
        var square = squares.get(size);
        if (square == null) throw new IllegalArgumentException("No square of " + size);
        return square;
    }
}
