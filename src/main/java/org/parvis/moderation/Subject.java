package org.parvis.moderation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;

/**
 * What somebody is about to report, as they read it.
 *
 * @param reported who wrote it, or is it; null for a community
 * @param community where it stands, or which it is; null on a wall and for a person
 * @param words what whoever handles the report gets to read of it
 */
public record Subject(
        Reference thing,
        String href,
        @Nullable PersonId reported,
        String name,
        @Nullable CommunityId community,
        String communityName,
        String words) {

    static final int WORDS = 40_000;

    public String kind() {
        return thing.kind();
    }
}
