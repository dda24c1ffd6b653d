package org.parvis.platform.files;

import static java.util.stream.Collectors.toMap;

import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hands out pictures to those who may read the place they belong to; to others there is none. */
@RestController
class FileController {

    private final Pictures pictures;
    private final Blobs blobs;
    private final Map<String, FileAudience> audiences;

    FileController(Pictures pictures, Blobs blobs, List<FileAudience> audiences) {
        this.pictures = pictures;
        this.blobs = blobs;
        this.audiences = audiences.stream().collect(toMap(FileAudience::placeKind, Function.identity()));
    }

    @GetMapping("/files/{file:\\d{1,18}}/{size:\\d{1,4}}")
    ResponseEntity<Resource> picture(
            @AuthenticationPrincipal Visitor viewer, @PathVariable long file, @PathVariable int size) {
        var picture = pictures.find(file, size)
                .filter(found -> mayRead(viewer, found))
                .orElseThrow(() -> new NotFound("file " + file));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        isEveryones(picture) ? "private, max-age=86400" : "private, no-store")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .contentLength(picture.bytes())
                .body(new InputStreamResource(() -> blobs.open(picture.blob())));
    }

    private boolean mayRead(Visitor viewer, Pictures.Picture picture) {
        var audience = audiences.get(picture.placeKind());
        return audience != null && audience.mayRead(viewer.number(), picture.placeId());
    }

    private boolean isEveryones(Pictures.Picture picture) {
        var audience = audiences.get(picture.placeKind());
        return audience != null && audience.isEveryone();
    }
}
