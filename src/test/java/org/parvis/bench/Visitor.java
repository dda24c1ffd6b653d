package org.parvis.bench;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Somebody who reads pages over one connection that stays open, compressed as browsers ask for it. */
record Visitor(HttpClient client, URI address, String cookie) {

    /** What the browsers of today can read, in their words. */
    static final String ENCODINGS = "gzip, deflate, br, zstd";

    static Visitor of(Server server, String session) {
        return new Visitor(
                HttpClient.newBuilder()
                        .followRedirects(Redirect.NORMAL)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                server.address(),
                "parvis_session=" + session);
    }

    /** Somebody else, over the same connection. */
    Visitor as(String session) {
        return new Visitor(client, address, "parvis_session=" + session);
    }

    /** The bytes of a page as they came. */
    int read(String path) throws IOException, InterruptedException {
        var response = answer(path, ENCODINGS);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answers %d".formatted(path, response.statusCode()));
        }
        return response.body().length;
    }

    /** The page itself. */
    Document page(String path) throws IOException, InterruptedException {
        try (var page = new GZIPInputStream(
                new ByteArrayInputStream(answer(path, "gzip").body()))) {
            return Jsoup.parse(page, "UTF-8", address.toString());
        }
    }

    /** Reads a page again and again, one after the other; milliseconds each. */
    Sample times(String path, int times) throws IOException, InterruptedException {
        var took = new double[times];
        for (var n = 0; n < times; n++) {
            var start = System.nanoTime();
            read(path);
            took[n] = (System.nanoTime() - start) / 1e6;
        }
        return Sample.of(took);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(String path, String encodings) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", encodings)
                .header("Cookie", cookie)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
