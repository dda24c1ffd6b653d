package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;

import java.time.Instant;
import java.util.List;

/**
 * A comment of the past.
 *
 * @param key unique within its source
 * @param post the key of the post it answers, brought before or together with it
 * @param replyTo the key of the comment it answers, null when it answers the post
 * @param text Markdown no longer than {@link Comments#TEXT}
 */
public record BroughtComment(
        String key,
        String post,
        @Nullable String replyTo,
        PersonId author,
        String text,
        Instant at,
        @Nullable Instant editedAt,
        List<BroughtReaction> reactions)
        implements Brought {}
