package org.parvis.announcements;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An announcement as the REST API writes it. */
@Schema(name = "Announcement")
record AnnouncementJson(
        @Schema(description = "Whether those whom it is brought to are asked to confirm that they read it")
        boolean acknowledge,

        @Schema(description = "Whether it is brought to the caller")
        boolean brought,

        @Schema(description = "When the caller confirmed that they read it") @Nullable
        Instant acknowledgedAt,

        @Schema(description = "When it leaves the home page")
        Instant expiresAt,

        @Schema(description = "Its words in the caller's language, where that is another one") @Nullable
        WordingJson wording,

        @Schema(description = "Null but for its author and the network's editors") @Nullable
        TargetingJson audience) {

    /** Title and text in one language. */
    @Schema(name = "AnnouncementWording")
    record WordingJson(
            String language,
            String title,
            @Schema(description = "Markdown as written") String text,
            @Schema(description = "Safe to show") String html) {}

    static AnnouncementJson of(Announcement announcement) {
        var targeting = announcement.targeting();
        return new AnnouncementJson(
                announcement.acknowledge(),
                announcement.brought(),
                announcement.acknowledgedAt(),
                announcement.expiresAt(),
                wording(announcement),
                targeting == null ? null : TargetingJson.of(targeting));
    }

    private static @Nullable WordingJson wording(Announcement announcement) {
        var wording = announcement.wording();
        return wording == null
                ? null
                : new WordingJson(
                        String.valueOf(wording.language()),
                        String.valueOf(wording.title()),
                        wording.text(),
                        wording.html());
    }
}
