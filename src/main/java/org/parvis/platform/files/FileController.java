package org.parvis.platform.files;

import static java.util.stream.Collectors.toMap;

import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Hands out pictures, and files to be saved, to those who may read the place they belong to; to others there is none. What
 * somebody else made is never shown as a page of ours.
 */
@RestController
class FileController {

    private final Pictures pictures;
    private final Attachments attachments;
    private final Blobs blobs;
    private final Map<String, FileAudience> audiences;

    FileController(Pictures pictures, Attachments attachments, Blobs blobs, List<FileAudience> audiences) {
        this.pictures = pictures;
        this.attachments = attachments;
        this.blobs = blobs;
        this.audiences = audiences.stream().collect(toMap(FileAudience::placeKind, Function.identity()));
    }

    @GetMapping("/files/{file:\\d{1,18}}/{size:\\d{1,4}}")
    ResponseEntity<Resource> picture(
            @AuthenticationPrincipal Visitor viewer,
            @PathVariable long file,
            @PathVariable int size,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String known) {
        var picture = pictures.find(file, size, known.contains(PictureFormat.WEBP.mediaType()))
                .filter(found -> mayRead(viewer, found.placeKind(), found.placeId()))
                .orElseThrow(() -> new NotFound("file " + file));
        return answer(picture.placeKind())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .contentLength(picture.bytes())
                .body(blobs.open(picture.blob()));
    }

    @GetMapping("/files/{file:\\d{1,18}}")
    ResponseEntity<Resource> download(@AuthenticationPrincipal Visitor viewer, @PathVariable long file) {
        var found = attachments
                .find(file)
                .filter(one -> mayRead(viewer, one.placeKind(), one.placeId()))
                .orElseThrow(() -> new NotFound("file " + file));
        var disposition = ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return answer(found.placeKind())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(blobs.open(found.blob()));
    }

    private ResponseEntity.BodyBuilder answer(String placeKind) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        isEveryones(placeKind) ? "private, max-age=86400" : "private, no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff");
    }

    private boolean mayRead(Visitor viewer, String placeKind, long placeId) {
        var audience = audiences.get(placeKind);
        return audience != null && audience.mayRead(viewer.number(), placeId);
    }

    private boolean isEveryones(String placeKind) {
        var audience = audiences.get(placeKind);
        return audience != null && audience.isEveryone();
    }
}
