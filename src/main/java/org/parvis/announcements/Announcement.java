package org.parvis.announcements;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostPart;

import java.time.Instant;

/**
 * An announcement as one viewer has it.
 *
 * @param brought whether it is brought to the viewer
 * @param read whether the viewer has it behind them
 * @param acknowledgedAt when the viewer confirmed that they read it
 * @param lookedAfter whether the viewer, as its author or as an editor, sees who has read it
 * @param settled whether that is forgotten, a year after it was published
 * @param wording its words in the viewer's language, where that is another one
 * @param targeting whom it is brought to, as far as the viewer may know; null for those who do not look after it
 */
public record Announcement(
        PostId post,
        boolean acknowledge,
        Instant expiresAt,
        boolean brought,
        boolean read,
        @Nullable Instant acknowledgedAt,
        boolean lookedAfter,
        boolean settled,
        PostPart.@Nullable Wording wording,
        @Nullable Targeting targeting) {

    /** Whether the viewer is asked to confirm that they read it. */
    public boolean asks() {
        return acknowledge && brought && acknowledgedAt == null && !settled;
    }

    /** Its name in the page. */
    public String anchor() {
        return "post_" + post + "_announcement";
    }

    public String href() {
        return "/posts/" + post + "/announcement";
    }
}
