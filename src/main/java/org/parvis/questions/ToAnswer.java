package org.parvis.questions;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.OffsetDateTime;

/** A question in a line: what is asked and by when. */
public record ToAnswer(long post, String title, Instant dueAt) {

    static ToAnswer of(JsonNode row) {
        return new ToAnswer(
                row.path("post").asLong(),
                row.path("title").asString(),
                OffsetDateTime.parse(row.path("due").asString()).toInstant());
    }

    public String href() {
        return "/posts/" + post;
    }
}
