package org.parvis.platform.files;

import static java.util.stream.Collectors.toMap;

import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Visitor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The files somebody may read, as the module that knows their place says at this moment: others are not there. */
@Component
class ReadableFiles {

    private final Attachments attachments;
    private final Map<String, FileAudience> audiences;

    ReadableFiles(Attachments attachments, List<FileAudience> audiences) {
        this.attachments = attachments;
        this.audiences = audiences.stream().collect(toMap(FileAudience::placeKind, Function.identity()));
    }

    /** @throws NotFound when it is not there or the viewer may not read what it belongs to */
    Attachments.Download find(Visitor viewer, long file) {
        return attachments
                .find(file)
                .filter(one -> mayRead(viewer, one.placeKind(), one.placeId()))
                .orElseThrow(() -> new NotFound("file " + file));
    }

    boolean mayRead(Visitor viewer, String placeKind, long placeId) {
        var audience = audiences.get(placeKind);
        return audience != null && audience.mayRead(viewer.number(), placeId);
    }

    /** What every answer with a file of such a place says: it is no page of ours, and nobody keeps what access can end to. */
    HttpHeaders headers(String placeKind) {
        var audience = audiences.get(placeKind);
        var headers = new HttpHeaders();
        headers.set(
                HttpHeaders.CACHE_CONTROL,
                audience != null && audience.isEveryone() ? "private, max-age=86400" : "private, no-store");
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }
}
