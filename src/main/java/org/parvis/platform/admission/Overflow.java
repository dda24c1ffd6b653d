package org.parvis.platform.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.ApiAddress;
import org.parvis.platform.web.Busy;
import org.parvis.platform.web.Pages;
import org.parvis.platform.web.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * What the refused are told: the same page or problem as for any other refusal, but rendered and compressed once for each
 * language. Where thousands are refused, telling them must not cost what serving others would.
 */
@Component
class Overflow {

    private final Refusals refusals;
    private final Map<Kind, Told> told = new ConcurrentHashMap<>();

    Overflow(Refusals refusals) {
        this.refusals = refusals;
    }

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kind = new Kind(ApiAddress.of(request), Pages.locale(request));
        var answer = told.get(kind);
        if (answer == null) {
            answer = render(request, response, kind);
            told.put(kind, answer);
        }
        answer.send(request, response);
    }

    private Told render(HttpServletRequest request, HttpServletResponse response, Kind kind) throws IOException {
        var kept = new KeptResponse(response);
        refusals.answer(new BareRequest(request, kind.language()), kept, new Busy("all places are taken"));
        return new Told(String.valueOf(kept.getContentType()), kept.bytes(), compressed(kept.bytes()));
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private record Kind(boolean program, Locale language) {}

    private record Told(String type, byte[] plain, byte[] compressed) {

        void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
            var gzip = encodings != null && encodings.contains("gzip");
            var bytes = gzip ? compressed : plain;
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            if (gzip) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setContentType(type);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
