package org.parvis.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Attachment;

/** A file as the REST API writes it. */
@Schema(name = "File")
record FileJson(
        String id,
        String name,

        @Schema(description = "As its content says", example = "application/pdf")
        String type,

        @Schema(description = "In bytes") long size,

        @Schema(description = "Pages or slides of a document, once it is read") @Nullable
        Integer pages,

        @Schema(description = "Where it is saved from, by whoever may read what it belongs to", example = "/files/7")
        String url) {

    static FileJson of(Attachment file) {
        return new FileJson(
                Long.toString(file.id()), file.name(), file.mediaType(), file.size(), file.pages(), file.href());
    }
}
