package org.parvis.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Attachment;

import java.util.List;

/** A file as the REST API writes it. */
@Schema(name = "File")
record FileJson(
        String id,
        String name,

        @Schema(description = "As its content says", example = "application/pdf")
        String type,

        @Schema(description = "In bytes") long size,

        @Schema(description = "What a picture shows, for who does not see it; null where nobody said") @Nullable
        String alternative,

        @Schema(description = "Pages or slides of a document, once it is read") @Nullable
        Integer pages,

        @Schema(description = "Where it is saved from, by whoever may read what it belongs to", example = "/files/7")
        String url,

        @Schema(
                description = "Where a browser plays it, piece by piece (RFC 9110, section 14); null for what is no"
                        + " film or sound of the usual kinds",
                example = "/files/7/play")
        @Nullable
        String playUrl,

        List<CaptionsJson> captions,

        @Schema(description = "What is said in it; null where nobody wrote it down") @Nullable
        String transcript) {

    /** What is said in one language. */
    @Schema(name = "Captions")
    record CaptionsJson(
            @Schema(description = "BCP 47", example = "fr") String language,

            @Schema(description = "WebVTT", example = "/files/7/captions/fr")
            String url) {}

    static FileJson of(Attachment file) {
        return new FileJson(
                Long.toString(file.id()),
                file.name(),
                file.mediaType(),
                file.size(),
                file.alt().isEmpty() ? null : file.alt(),
                file.pages(),
                file.href(),
                file.playable() ? file.playHref() : null,
                file.spoken().captions().stream()
                        .map(language -> new CaptionsJson(language, file.captionsHref(language)))
                        .toList(),
                file.spoken().transcript().isEmpty() ? null : file.spoken().transcript());
    }
}
