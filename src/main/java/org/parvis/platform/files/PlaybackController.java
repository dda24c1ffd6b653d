package org.parvis.platform.files;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Optional;

/**
 * Plays films and sound in place, from wherever the listener moves to (RFC 9110, section 14). Several pieces at once are
 * answered with the whole.
 */
@RestController
class PlaybackController {

    private final ReadableFiles files;
    private final Blobs blobs;

    PlaybackController(ReadableFiles files, Blobs blobs) {
        this.files = files;
        this.blobs = blobs;
    }

    @GetMapping("/files/{file:\\d{1,18}}/play")
    void play(
            @AuthenticationPrincipal Visitor viewer,
            @PathVariable long file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var found = files.find(viewer, file);
        var type = Playable.type(found.mediaType());
        if (type == null) throw new NotFound("film or sound " + file);
        files.headers(found.placeKind()).forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(type);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, etag(found));
        send(found, range(request, found), request, response);
    }

    private void send(
            Attachments.Download found,
            Optional<ByteRange> range,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var piece = range.orElse(new ByteRange(0, found.bytes() - 1));
        if (!piece.satisfiable()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + found.bytes());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (range.isPresent()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(piece.first(), piece.last(), found.bytes()));
        }
        response.setContentLengthLong(piece.length());
        if (request.getMethod().equals("GET")) {
            try (var content = blobs.open(found.blob(), found.bytes()).getInputStream()) {
                StreamUtils.copyRange(content, response.getOutputStream(), piece.first(), piece.last());
            }
        }
    }

    // Of no other method, and of no other version of the content, is a piece asked for.
    private static Optional<ByteRange> range(HttpServletRequest request, Attachments.Download found) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        return request.getMethod().equals("GET") && (condition == null || condition.equals(etag(found)))
                ? ByteRange.of(request.getHeader(HttpHeaders.RANGE), found.bytes())
                : Optional.empty();
    }

    private static String etag(Attachments.Download found) {
        return '"' + found.blob().name() + '"';
    }
}
