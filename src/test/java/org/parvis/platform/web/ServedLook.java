package org.parvis.platform.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Our templates and assets under their true policy, without a database: Nadia, who administrates, sees the frame. */
final class ServedLook implements AutoCloseable {

    record Nadia(Locale locale, @Nullable String theme) implements Visitor {

        @Override
        public long number() {
            return 1;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean live() {
            return false;
        }
    }

    final Assets assets = new Assets();
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Messages.class);
    private final AtomicInteger deletions = new AtomicInteger();
    private final HttpServer server;

    ServedLook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/assets/", this::asset);
        server.createContext("/design", this::design);
        server.createContext("/gate", exchange -> page(exchange, "layout/gate.jte", gate()));
        server.createContext("/missing", exchange -> page(exchange, "errors/error.jte", error(404, "")));
        server.createContext("/fallen", exchange -> page(exchange, "errors/error.jte", error(500, "7Q4118")));
        server.createContext("/settings/theme", ServedLook::toTheDark);
        server.start();
    }

    /** Address of a page; {@code ?language=fr&theme=dark} choose. */
    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        context.close();
    }

    /** How often the confirmed deletion of the design page was posted. */
    int deletions() {
        return deletions.get();
    }

    private void design(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            deletions.incrementAndGet();
            seeOther(exchange, "/design");
        } else {
            page(exchange, "design/index.jte", Map.of());
        }
    }

    private static void toTheDark(HttpExchange exchange) throws IOException {
        seeOther(exchange, "/design?theme=dark");
    }

    private static void seeOther(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private static Map<String, Object> gate() {
        Content form = output -> output.writeContent("<h1>Bonjour. Entrez, c’est chez vous.</h1>");
        return Map.of("title", "Entrer", "content", form);
    }

    private static Map<String, Object> error(int status, String reference) {
        return Map.of("status", status, "key", "error." + status, "detail", "…", "reference", reference);
    }

    private void page(HttpExchange exchange, String template, Map<String, Object> model) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        var locale = query.contains("language=fr") ? Locale.FRENCH : Locale.ENGLISH;
        var theme = query.contains("theme=dark") ? "dark" : query.contains("theme=light") ? "light" : null;
        var parameters = new HashMap<String, @Nullable Object>(model);
        parameters.put("page", page(locale, theme, exchange.getRequestURI().toString()));
        var html = new StringOutput();
        engine.render(template, parameters, html);
        exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", assets.contentSecurityPolicy());
        send(exchange, html.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Page page(Locale locale, @Nullable String theme, String path) {
        var messages = context.getBean(Messages.class);
        return new Page(
                messages,
                Clock.systemUTC(),
                assets,
                locale,
                List.of("en", "fr"),
                ZoneOffset.UTC,
                new Nadia(locale, theme),
                null,
                path,
                () -> null,
                ServedLook::frame);
    }

    private static Frame frame() {
        var frame = new Frame();
        frame.me(new Frame.Me("1", "Nadia Berrada", "NB", 0, null));
        frame.network("Groupe Valmont-Aubier");
        frame.administrator(true);
        frame.unread(5);
        frame.navigation(new Frame.NavItem(1, "/", "platform.home", "house", 0));
        frame.navigation(new Frame.NavItem(2, "/communities", "platform.my-communities", "users-round", 3));
        frame.navigation(new Frame.NavItem(3, "/design", "design.title", "contact-round", 0));
        frame.place(new Frame.Place("/communities/1", "Maintenance prédictive", "MP", 4, null, true));
        frame.place(new Frame.Place("/communities/2", "Soudage et assemblage", "SA", 1, null, false));
        return frame;
    }

    private void asset(HttpExchange exchange) throws IOException {
        var asset = assets.find(exchange.getRequestURI().getPath().substring("/assets/".length()))
                .orElseThrow();
        exchange.getResponseHeaders().set("Content-Type", asset.type().toString());
        send(exchange, asset.plain());
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
