package org.parvis.platform.files;

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

/**
 * Hands out pictures, and files to be saved, to those who may read the place they belong to; to others there is none. What
 * somebody else made is never shown as a page of ours.
 */
@RestController
class FileController {

    private final Pictures pictures;
    private final ReadableFiles files;
    private final Blobs blobs;

    FileController(Pictures pictures, ReadableFiles files, Blobs blobs) {
        this.pictures = pictures;
        this.files = files;
        this.blobs = blobs;
    }

    @GetMapping("/files/{file:\\d{1,18}}/{size:\\d{1,4}}")
    ResponseEntity<Resource> picture(
            @AuthenticationPrincipal Visitor viewer,
            @PathVariable long file,
            @PathVariable int size,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String known) {
        var picture = pictures.find(file, size, known.contains(PictureFormat.WEBP.mediaType()))
                .filter(found -> files.mayRead(viewer, found.placeKind(), found.placeId()))
                .orElseThrow(() -> new NotFound("file " + file));
        return answer(picture.placeKind())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .contentLength(picture.bytes())
                .body(blobs.open(picture.blob(), picture.bytes()));
    }

    @GetMapping("/files/{file:\\d{1,18}}")
    ResponseEntity<Resource> download(@AuthenticationPrincipal Visitor viewer, @PathVariable long file) {
        var found = files.find(viewer, file);
        var disposition = ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build();
        return answer(found.placeKind())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(blobs.open(found.blob(), found.bytes()));
    }

    private ResponseEntity.BodyBuilder answer(String placeKind) {
        return ResponseEntity.ok().headers(files.headers(placeKind));
    }
}
