package org.parvis.platform.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/** Walks through the first pages once, so that the AOT cache knows what a start and a visit need. */
final class Training {

    private static final List<String> PAGES = List.of("/", "/sign-in", "/api/v1/me");

    private Training() {}

    static void visit(int port) throws IOException {
        for (var page : PAGES) {
            visit(URI.create("http://127.0.0.1:" + port + page));
        }
    }

    private static void visit(URI page) throws IOException {
        var visit = (HttpURLConnection) page.toURL().openConnection();
        visit.setReadTimeout(30_000);
        var body = visit.getResponseCode() < 400 ? visit.getInputStream() : visit.getErrorStream();
        if (body != null) body.readAllBytes();
    }
}
