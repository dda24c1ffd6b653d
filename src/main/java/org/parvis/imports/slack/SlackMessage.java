package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Set;

/** A message as it stands in a day file, with the questions we ask of it. */
record SlackMessage(JsonNode json) {

    // Whatever is not in here was written by Slack itself: joins, topics, pins, calls.
    private static final Set<String> WRITTEN = Set.of(
            "message",
            "bot_message",
            "me_message",
            "thread_broadcast",
            "file_share",
            "file_comment",
            "file_mention",
            "tombstone");

    String kind() {
        var subtype = Json.text(json, "subtype");
        return subtype == null ? "message" : subtype.substring(0, Math.min(40, subtype.length()));
    }

    boolean isWritten() {
        return WRITTEN.contains(kind());
    }

    boolean isDeleted() {
        return kind().equals("tombstone");
    }

    boolean hasReplies() {
        return json.path("reply_count").asInt(0) > 0 || !json.path("replies").isEmpty();
    }

    @Nullable
    String ts() {
        return Json.text(json, "ts");
    }

    @Nullable
    Instant at() {
        return SlackTimes.instant(ts());
    }

    @Nullable
    Instant editedAt() {
        return SlackTimes.instant(Json.text(json.path("edited"), "ts"));
    }

    @Nullable
    String threadTs() {
        return Json.text(json, "thread_ts");
    }

    boolean isReply() {
        var thread = threadTs();
        return thread != null && !thread.equals(ts());
    }

    boolean hasReactions() {
        return !json.path("reactions").isEmpty();
    }

    /** The user who speaks: a comment on a file carries its author inside. */
    @Nullable
    String user() {
        var user = Json.text(json, "user");
        return user == null ? Json.text(json.path("comment"), "user") : user;
    }
}
