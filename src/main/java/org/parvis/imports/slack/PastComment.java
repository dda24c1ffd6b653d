package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An answer in a thread.
 *
 * @param ts Slack's own time stamp, unique within a channel
 * @param postTs the post it answers, which has been handed out before
 */
public record PastComment(
        String ts,
        String postTs,
        PastAuthor author,
        String markdown,
        Instant at,
        @Nullable Instant editedAt,
        List<PastReaction> reactions) {}
