package org.parvis.platform.files;

import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Hands out captions to whoever may have the film or the sound. */
@RestController
class CaptionController {

    private static final MediaType WEBVTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    private static final Pattern TIMES = Pattern.compile("^(\\S+ --> \\S+).*$", Pattern.MULTILINE);

    private final ReadableFiles files;
    private final Captions captions;

    CaptionController(ReadableFiles files, Captions captions) {
        this.files = files;
        this.captions = captions;
    }

    @GetMapping("/files/{file:\\d{1,18}}/captions/{language:\\w{2,3}}")
    ResponseEntity<byte[]> captions(
            @AuthenticationPrincipal Visitor viewer, @PathVariable long file, @PathVariable String language) {
        var found = files.find(viewer, file);
        var cues = captions.find(file, language).orElseThrow(() -> new NotFound("captions of file " + file));
        return ResponseEntity.ok()
                .headers(files.headers(found.placeKind()))
                .contentType(WEBVTT)
                .body(placed(cues, found.mediaType()).getBytes(StandardCharsets.UTF_8));
    }

    // Over sound there is nothing that could be hidden, but the controls hide what stands low.
    private static String placed(String cues, String mediaType) {
        return mediaType.startsWith("audio/") ? TIMES.matcher(cues).replaceAll("$1 line:0") : cues;
    }
}
