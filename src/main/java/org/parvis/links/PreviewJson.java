package org.parvis.links;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A preview as the REST API writes it. */
@Schema(
        name = "Preview",
        description = "What the first link of the text leads to; null when nothing is known or wanted")
record PreviewJson(
        String url,
        String title,
        @Schema(description = "Empty when there is none") String description,
        @Schema(example = "example.org") String site,

        @Schema(description = "Served from here, for whoever may read the post", example = "/files/7/256") @Nullable
        String image) {

    static PreviewJson of(Preview preview) {
        return new PreviewJson(preview.href(), preview.title(), preview.description(), preview.site(), preview.image());
    }
}
