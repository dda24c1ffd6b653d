package org.parvis.communities;

import org.jspecify.annotations.Nullable;

/** A community as the REST API writes it; {@code posts} counts what the caller may read. */
record CommunityJson(
        String id,
        String name,
        String description,
        String purpose,
        String access,
        boolean listed,
        String posting,
        boolean archived,
        long members,
        long posts,
        @Nullable String membership) {

    static CommunityJson of(Community community, long posts) {
        var standing = community.standing();
        return new CommunityJson(
                community.id().toString(),
                community.name(),
                community.description(),
                community.purpose().code(),
                community.access().code(),
                community.listed(),
                community.posting().code(),
                community.archived(),
                community.members(),
                posts,
                standing == null ? null : standing.code());
    }
}
