package org.parvis.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Listens to a stream as a program would, and remembers what it heard. */
final class Ear implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final int status;
    private volatile boolean over;

    private Ear(String address, String header, String value, String last) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header(header, value);
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        var response = client.send(request.build(), BodyHandlers.ofLines());
        status = response.statusCode();
        Thread.ofVirtual().start(() -> listen(response.body()));
    }

    static Ear inBrowser(String address, String session) throws IOException, InterruptedException {
        return new Ear(address + "/live", "Cookie", "parvis_session=" + session, "");
    }

    static Ear inBrowser(String address, String session, String last) throws IOException, InterruptedException {
        return new Ear(address + "/live", "Cookie", "parvis_session=" + session, last);
    }

    static Ear ofProgram(String address, String token) throws IOException, InterruptedException {
        return new Ear(address + "/api/v1/live", "Authorization", "Bearer " + token, "");
    }

    private void listen(Stream<String> body) {
        try (body) {
            body.forEach(lines::add);
        } catch (UncheckedIOException cut) {
            lines.add("cut");
        }
        over = true;
    }

    int status() {
        return status;
    }

    boolean over() {
        return over;
    }

    /** The data of events of a kind, in order. */
    List<String> heard(String kind) {
        var heard = new java.util.ArrayList<String>();
        var current = "";
        for (var line : lines) {
            if (line.startsWith("event: ")) {
                current = line.substring(7);
            } else if (line.startsWith("data: ") && current.equals(kind)) {
                heard.add(line.substring(6));
            }
        }
        return heard;
    }

    /** Everything that came over the wire. */
    String everything() {
        return String.join("\n", lines);
    }

    String lastEventId() {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .reduce((first, second) -> second)
                .map(line -> line.substring(4))
                .orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
