package org.parvis.questions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What a question is beside its post, as the REST API writes it. */
@Schema(name = "Question")
record QuestionJson(
        Instant dueAt,

        @Schema(allowableValues = {"open", "late", "answered"})
        String state,

        @Schema(description = "When the first answer came that still stands") @Nullable
        Instant answeredAt,

        @Schema(description = "The comment that was accepted") @Nullable
        String accepted,

        @Schema(description = "How many ask the same") long followers,

        @Schema(description = "Whether the caller is one of them")
        boolean mine) {

    static QuestionJson of(Question question, Instant now) {
        var accepted = question.accepted();
        return new QuestionJson(
                question.dueAt(),
                question.state(now),
                question.answeredAt(),
                accepted == null ? null : accepted.id().toString(),
                question.followers(),
                question.followed());
    }
}
