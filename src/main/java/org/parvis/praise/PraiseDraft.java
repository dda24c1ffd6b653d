package org.parvis.praise;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom somebody praises for what; {@code sought} is a name that stands in the form beside those who were found. */
@Schema(name = "PraiseDraft")
record PraiseDraft(
        @ArraySchema(
                arraySchema = @Schema(description = "Ids of people who may read the post, never the caller"),
                maxItems = Praise.MOST)
        @Nullable
        List<@Nullable String> people,

        @Schema(description = "Id of a community, in place of people") @Nullable
        String community,

        @Schema(description = "Id of one of /praise/values", requiredMode = REQUIRED) @Nullable
        String value,

        @JsonIgnore @Schema(hidden = true) @Nullable String sought) {

    /** The longest name or address that is looked for, in characters. */
    static final int NAME = 320;

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /** @throws Invalid when one of them is no id, or there are more than one may praise at once */
    Set<Long> peopleIds() {
        var ids = new LinkedHashSet<Long>();
        for (var person : people == null ? List.<@Nullable String>of() : people) {
            ids.add(id("people", person, "praise.unknown"));
        }
        if (ids.size() > Praise.MOST) {
            throw new Invalid("people", "praise.too-many", Praise.MOST);
        }
        return ids;
    }

    /** @throws Invalid when it is no id */
    @Nullable
    Long communityId() {
        return community == null || community.isEmpty() ? null : id("community", community, "praise.unknown");
    }

    /** @throws Invalid when none is chosen */
    long valueId() {
        return id("value", value, "praise.value.none");
    }

    String name() {
        return PlainText.sought(Objects.requireNonNullElse(sought, ""), NAME);
    }

    private static long id(String field, @Nullable String id, String problem) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new Invalid(field, problem);
        }
        return Long.parseLong(id);
    }
}
