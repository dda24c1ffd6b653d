package org.parvis.communities;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

/** What a PATCH of a community may name. */
@Schema(name = "CommunityChanges")
record CommunityChanges(
        @Schema(minLength = 1, maxLength = CommunityForm.NAME) @Nullable
        String name,

        @Schema(maxLength = CommunityForm.DESCRIPTION) @Nullable
        String description,

        @Schema(allowableValues = {"business", "hr", "leisure"}) @Nullable
        String purpose,

        @Schema(allowableValues = {"open", "request", "invitation"}) @Nullable
        String access,

        @Schema(description = "False needs access by invitation") @Nullable
        Boolean listed,

        @Schema(allowableValues = {"members", "owners"}) @Nullable
        String posting,

        @Schema(description = "One of the colours", minimum = "0", maximum = "8") @Nullable
        Integer tone,

        @Schema(description = "An archived community is only read") @Nullable
        Boolean archived) {

    static CommunityChanges of(Community community) {
        return new CommunityChanges(
                community.name(),
                community.description(),
                community.purpose().code(),
                community.access().code(),
                community.listed(),
                community.posting().code(),
                community.tone(),
                community.archived());
    }

    /** @throws Invalid for null where a choice must be made: left out at founding it means the usual, but not here */
    CommunityForm form() {
        Invalid.unless(() -> given("listed", listed), () -> given("posting", posting));
        return new CommunityForm(
                name, description, purpose, NewCommunityJson.checkedAccess(access), listed, posting, tone);
    }

    boolean checkedArchived() {
        return given("archived", archived);
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid(field, "communities.notAChoice");
        }
        return value;
    }
}
