package org.parvis.communities;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;

import java.time.Instant;
import java.util.List;

/**
 * A place where people talked elsewhere.
 *
 * @param key unique within its source
 * @param name as long as it may be, see {@link #NAME}; a description likewise
 * @param createdAt null when nobody knows: see {@link PastCommunities#span}
 */
public record BroughtCommunity(
        String key,
        String name,
        String description,
        Purpose purpose,
        Access access,
        boolean listed,
        @Nullable Integer tone,
        @Nullable Instant createdAt,
        boolean archived,
        List<PersonId> owners,
        List<PersonId> members) {

    /** The longest name, in characters. */
    public static final int NAME = CommunityForm.NAME;

    /** The longest description, in characters. */
    public static final int DESCRIPTION = CommunityForm.DESCRIPTION;
}
