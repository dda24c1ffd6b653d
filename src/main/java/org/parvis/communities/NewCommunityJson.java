package org.parvis.communities;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

/** What a program sends to found a community. */
@Schema(name = "NewCommunity")
record NewCommunityJson(
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = CommunityForm.NAME) @Nullable
        String name,

        @Schema(maxLength = CommunityForm.DESCRIPTION) @Nullable
        String description,

        @Schema(
                requiredMode = REQUIRED,
                allowableValues = {"business", "hr", "leisure"})
        @Nullable
        String purpose,

        @Schema(
                requiredMode = REQUIRED,
                allowableValues = {"open", "request", "invitation"})
        @Nullable
        String access,

        @Schema(description = "False needs access by invitation", defaultValue = "true") @Nullable
        Boolean listed,

        @Schema(
                description = "Who may post; every member comments",
                defaultValue = "members",
                allowableValues = {"members", "owners"})
        @Nullable
        String posting,

        @Schema(description = "One of the colours", minimum = "0", maximum = "8") @Nullable
        Integer tone) {

    CommunityForm form() {
        return new CommunityForm(name, description, purpose, checkedAccess(access), listed, posting, tone);
    }

    // A form of the pages has one more word here, for “by invitation, unlisted”; programs say it with the two fields.
    static @Nullable String checkedAccess(@Nullable String access) {
        if (CommunityForm.UNLISTED.equals(access)) {
            throw new Invalid("access", "communities.notAChoice");
        }
        return access;
    }
}
