package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonId;

import java.time.Instant;
import java.util.List;

/**
 * A post of the past.
 *
 * @param key unique within its source
 * @param community null: on the author's wall
 * @param text Markdown no longer than {@link Posts#TEXT}; not looked at unless written
 * @param editedAt null if it never was
 */
public record BroughtPost(
        String key,
        State state,
        PersonId author,
        @Nullable CommunityId community,
        String text,
        Instant at,
        @Nullable Instant editedAt,
        List<BroughtReaction> reactions)
        implements Brought {

    /** What is left of it. */
    public enum State {
        WRITTEN,
        /** Its author took it back; a sentence stands for it. */
        WITHDRAWN,
        /** Only its answers are known; a sentence stands for it until it comes. */
        MISSING
    }

    BroughtPost saying(String other) {
        return new BroughtPost(key, state, author, community, other, at, editedAt, reactions);
    }
}
