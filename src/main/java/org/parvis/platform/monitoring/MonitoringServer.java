package org.parvis.platform.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code /livez}, {@code /readyz} and {@code /metrics}, on {@code PARVIS_MONITORING_PORT}: never where people come, not even
 * when their port takes nobody any more. There before the first of them comes, until the last has gone.
 */
@Component
class MonitoringServer implements SmartLifecycle {

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
    private static final int AT_ONCE = 4;

    private final ParvisSettings settings;
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    MonitoringServer(ParvisSettings settings, Readiness readiness, PrometheusMeterRegistry meters) {
        this.settings = settings;
        this.readiness = readiness;
        this.meters = meters;
    }

    /** Begun before and ended after the web server, whose phases are near the greatest. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        if (settings.serving() && settings.monitoringPort() != null) open(settings.monitoringPort());
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
        if (threads != null) threads.shutdownNow();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Where it listens. */
    int port() {
        return server == null ? -1 : server.getAddress().getPort();
    }

    private void open(int port) {
        try {
            var opened = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(settings.monitoringAddress()), port), 0);
            threads = Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofVirtual().name("monitoring-", 0).factory());
            opened.setExecutor(threads);
            opened.createContext("/", this::answer);
            opened.start();
            server = opened;
        } catch (IOException taken) {
            throw new Refusal(
                    "PARVIS_MONITORING_PORT=%d on PARVIS_MONITORING_ADDRESS=%s cannot be listened on: %s"
                            .formatted(port, settings.monitoringAddress(), taken.getMessage()),
                    taken);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/livez" -> send(exchange, 200, PLAIN, "alive\n");
                case "/readyz" -> ready(exchange);
                case "/metrics" -> send(exchange, 200, METRICS, meters.scrape());
                default -> send(exchange, 404, PLAIN, "There are /livez, /readyz and /metrics.\n");
            }
        }
    }

    private void ready(HttpExchange exchange) throws IOException {
        var obstacles = readiness.obstacles();
        if (obstacles.isEmpty()) {
            send(exchange, 200, PLAIN, "ready\n");
        } else {
            send(exchange, 503, PLAIN, "not ready: " + String.join(", ", obstacles) + "\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
