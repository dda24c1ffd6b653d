package org.parvis.praise;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostJson.CommunityReference;
import org.parvis.people.PersonReference;

import java.util.List;

/** What a post praises, as the REST API writes it. */
@Schema(name = "Praise")
record PraiseJson(
        @Schema(description = "Of those whom it praises, the ones whom the caller may see")
        List<PersonReference> people,

        @Schema(description = "The community that it praises, where it praises one that the caller may find") @Nullable
        CommunityReference community,

        ValueJson value) {

    /** Something the network praises for. */
    @Schema(name = "PraiseValue")
    record ValueJson(
            String id,

            @Schema(description = "In the caller's language")
            String name) {

        static ValueJson of(PraiseValue value) {
            return new ValueJson(Long.toString(value.id()), value.name());
        }
    }

    static PraiseJson of(Praise praise) {
        var place = praise.place();
        return new PraiseJson(
                praise.people().stream().map(PersonReference::of).toList(),
                place == null ? null : new CommunityReference(place.id().toString(), place.name()),
                ValueJson.of(praise.value()));
    }
}
