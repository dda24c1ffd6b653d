package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A message that began something.
 *
 * @param ts Slack's own time stamp, unique within a channel: the key by which a later import knows it again
 * @param markdown empty unless written
 * @param editedAt null if it never was
 */
public record PastPost(
        String ts,
        PastAuthor author,
        State state,
        String markdown,
        Instant at,
        @Nullable Instant editedAt,
        List<PastReaction> reactions) {

    /** What became of a post. */
    public enum State {
        WRITTEN,
        /** Its author took it back, its answers stayed. */
        DELETED,
        /** Only its answers are in the export. */
        MISSING
    }
}
