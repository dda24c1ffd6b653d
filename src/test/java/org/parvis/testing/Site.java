package org.parvis.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody else's web site, on a port of this machine; remembers who came. */
public final class Site implements AutoCloseable {

    /** What it says at one address. */
    public record Says(int status, Map<String, String> headers, byte[] body) {

        public static Says page(String html) {
            return new Says(
                    200, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
        }

        public static Says bytes(String type, byte[] body) {
            return new Says(200, Map.of("Content-Type", type), body);
        }

        public static Says status(int status) {
            return new Says(status, Map.of(), new byte[0]);
        }

        public static Says elsewhere(int status, String location) {
            return new Says(status, Map.of("Location", location), new byte[0]);
        }

        public Says with(String header, String value) {
            var more = new java.util.HashMap<>(headers);
            more.put(header, value);
            return new Says(status, Map.copyOf(more), body);
        }
    }

    private final HttpServer server;
    private final Map<String, Says> pages = new ConcurrentHashMap<>();
    private final List<String> visits = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();

    public Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public Site at(String path, Says said) {
        pages.put(path, said);
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** As an administrator allows it. */
    public String host() {
        return "127.0.0.1:" + port();
    }

    public String url(String path) {
        return "http://" + host() + path;
    }

    /** The paths that were asked for, in their order. */
    public List<String> visits() {
        return List.copyOf(visits);
    }

    /** What the last visitor sent along. */
    public Headers lastHeaders() {
        return headers.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        visits.add(exchange.getRequestURI().toString());
        headers.add(exchange.getRequestHeaders());
        var said = pages.getOrDefault(exchange.getRequestURI().toString(), Says.status(404));
        said.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(said.status(), said.body().length == 0 ? -1 : said.body().length);
        if (said.body().length > 0) {
            try (var out = exchange.getResponseBody()) {
                out.write(said.body());
            } catch (IOException hadEnough) {
                exchange.close();
            }
        }
        exchange.close();
    }
}
