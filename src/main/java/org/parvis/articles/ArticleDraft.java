package org.parvis.articles;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the author of an article asks for. */
@Schema(name = "ArticleDraft")
record ArticleDraft(
        @Schema(description = "One of its pictures, to stand above it; none where not said") @Nullable
        String cover) {}
