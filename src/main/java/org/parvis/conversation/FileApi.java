package org.parvis.conversation;

import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Revision;
import org.parvis.platform.web.Invalid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Files")
class FileApi {

    static final String WAITING = "Ids of files that were uploaded and wait, in their order";

    static final String KEPT =
            "Ids of the files it has from now on, in their order: those of its own that stay and those that wait";

    static final String ALTERNATIVES =
            "What pictures show, for who does not see them, by the id of the file; what is not named stays";

    private final Attachments attachments;

    FileApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @Operation(
            operationId = "uploadFile",
            summary = "Upload a file for a post or a comment; it waits for a day, and until then is the caller's alone")
    @PostMapping(path = "/files", consumes = MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(CREATED)
    ResponseEntity<FileJson> upload(
            @SignedIn Viewer viewer, @RequestPart(required = false) @Nullable MultipartFile file) {
        var kept = attachments.keep(viewer.id().value(), file);
        return ResponseEntity.created(URI.create(kept.href())).body(FileJson.of(kept));
    }

    /** What is no id was never given out: it does not wait. */
    static List<Enclosure> enclosed(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(id -> new Enclosure(number(id), "")).toList();
    }

    static List<String> ids(List<Attachment> files) {
        return files.stream().map(file -> Long.toString(file.id())).toList();
    }

    /** What a PATCH wants of files, null if nothing. */
    static @Nullable Revision revision(
            ObjectNode given, @Nullable List<String> ids, @Nullable Map<String, @Nullable String> alternatives) {
        if (!given.has("files") && !given.has("alternatives")) return null;
        var alts = Objects.requireNonNullElse(alternatives, Map.<String, @Nullable String>of());
        return Revision.to(Objects.requireNonNullElse(ids, List.<String>of()).stream()
                .map(id -> new Enclosure(number(id), alternative(alts, id), null))
                .toList());
    }

    private static @Nullable String alternative(Map<String, @Nullable String> alternatives, String id) {
        return alternatives.containsKey(id) ? Objects.requireNonNullElse(alternatives.get(id), "") : null;
    }

    private static long number(String id) {
        if (id == null || !id.matches("\\d{1,18}")) throw new Invalid("files", "platform.files.gone");
        return Long.parseLong(id);
    }
}
