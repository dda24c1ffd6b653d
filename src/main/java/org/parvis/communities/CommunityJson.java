package org.parvis.communities;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A community as the REST API writes it; {@code posts} counts what the caller may read. */
@Schema(name = "Community")
record CommunityJson(
        String id,
        String name,
        String description,

        @Schema(allowableValues = {"business", "hr", "leisure"})
        String purpose,

        @Schema(allowableValues = {"open", "request", "invitation"})
        String access,

        boolean listed,
        @Schema(allowableValues = {"members", "owners"}) String posting,
        boolean archived,
        long members,

        @Schema(description = "As many as the caller may read")
        long posts,

        @Schema(
                description = "How the caller stands to it",
                allowableValues = {"requested", "invited", "member", "owner"})
        @Nullable
        String membership) {

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
