package org.parvis.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** An earlier wording as the REST API writes it. */
@Schema(name = "Version")
record VersionJson(
        @Schema(description = "Of what carries one") @Nullable
        String title,

        String text,

        @Schema(description = "Whether files came or went when it was replaced")
        boolean filesChanged,

        Instant writtenAt,
        Instant replacedAt) {

    static VersionJson of(Version version) {
        return new VersionJson(
                version.title(), version.text(), version.refiled(), version.writtenAt(), version.replacedAt());
    }
}
