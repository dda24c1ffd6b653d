package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the frame shows of the signed-in person on every page: my communities, the bell's count, what waits for me. All of it
 * is read in one statement by {@link FrameReader}.
 */
public interface FrameData<T> {

    /** An SQL query of one JSON value, with the parameter {@code :viewer} alone. */
    String query();

    T read(JsonNode value);

    /** What remembers it, for those for whom it need not be asked; null when it always is. */
    default @Nullable Awaited<T> awaited() {
        return null;
    }
}
