package org.parvis.live;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.AsyncContext;
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
class LiveController {

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @Operation(summary = "What happens from now on, or since Last-Event-ID, as server-sent events of kinds and ids.")
    @GetMapping(
            path = {"/live", "/api/v1/live"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void open(
            @SignedIn Viewer viewer,
            Authentication authentication,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String last,
            HttpServletRequest request,
            HttpServletResponse response) {
        streams.open(
                viewer,
                authentication,
                position(lastEventId == null ? last : lastEventId),
                () -> begin(request, response));
    }

    // The headers leave through the filters' own response, which adds theirs; the stream then goes past them.
    private static AsyncContext begin(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.flushBuffer();
            var exchange = request.startAsync();
            exchange.setTimeout(0);
            return exchange;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static long position(@Nullable String text) {
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
