package org.parvis.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The stream, for browsers by their session and for programs by their token. */
@Controller
@Tag(name = "Live")
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void browser(
            @SignedIn Viewer viewer,
            Authentication authentication,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        var from = position(lastEventId == null ? last : lastEventId);
        streams.open(viewer, authentication, from, LiveEvent::hello, () -> begin(request, response));
    }

    @Operation(
            operationId = "listen",
            summary = "What happens from now on, or since Last-Event-ID, as server-sent events",
            description =
                    "event is the kind of thing that is new (post, comment, notification) or decided (question), or what"
                            + " happened to one that was there (reaction, vote, update, delete); id is the position in the"
                            + " journal, data says which one: {\"id\": \"99\"}, and for a comment also its post. What it says is fetched"
                            + " with one's own rights. After a long absence one event reset comes, with the data {}: fetch anew."
                            + " A comment line keeps the connection alive. The stream ends within 5 s of the token's end.")
    @ApiResponse(
            responseCode = "200",
            description = "A stream that goes on",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            example = "event: post\nid: 4711\ndata: {\"id\": \"99\"}\n\n")))
    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void program(
            @SignedIn Viewer viewer,
            Authentication authentication,
            @Parameter(description = "The id of the last event that arrived; the next ones follow")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response) {
        streams.open(viewer, authentication, position(lastEventId), LiveEvent::place, () -> begin(request, response));
    }

    // The headers leave through the filters' own response, which adds theirs; the stream then goes past them.
    private static LiveWire begin(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.flushBuffer();
            return request.upgrade(LiveWire.class);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long position(@Nullable String text) {
        try {
            return text == null ? LiveStreams.NOW : Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            return LiveStreams.NOW;
        }
    }
}
