package org.parvis.announcements;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whom an announcement is brought to, as the REST API reads and writes it. */
@Schema(
        name = "AnnouncementAudience",
        description = "Whoever fits in every list that is not empty, of those who may read it; nothing is hidden")
record TargetingJson(
        @ArraySchema(maxItems = Targeting.MOST) @Nullable List<@Nullable String> departments,
        @ArraySchema(maxItems = Targeting.MOST) @Nullable List<@Nullable String> sites,

        @ArraySchema(arraySchema = @Schema(description = "ISO 3166"), maxItems = Targeting.MOST) @Nullable
        List<@Nullable String> countries,

        @ArraySchema(maxItems = Targeting.MOST) @Nullable List<@Nullable String> jobTitles,

        @ArraySchema(
                arraySchema = @Schema(description = "Ids of communities whose members the caller may see"),
                maxItems = Targeting.MOST)
        @Nullable
        List<@Nullable String> communities) {

    static TargetingJson of(Targeting targeting) {
        return new TargetingJson(
                new ArrayList<>(targeting.departments()),
                new ArrayList<>(targeting.sites()),
                new ArrayList<>(targeting.countries()),
                new ArrayList<>(targeting.jobTitles()),
                new ArrayList<>(
                        targeting.communities().stream().map(Object::toString).toList()));
    }

    /** @throws Invalid when a list cannot be taken */
    Targeting targeting() {
        return Targeting.of(given(departments), given(sites), given(countries), given(jobTitles), given(communities));
    }

    private static List<String> given(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList();
    }
}
