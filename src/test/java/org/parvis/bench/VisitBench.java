package org.parvis.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import org.parvis.testing.Chromium;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Home of the demo company over a slow line, in a browser that has never been there, then again. */
final class VisitBench {

    private static final String NADIA = "n.berrada@valmont-aubier.example";
    private static final int RUNS = 3;

    // An animation frame comes only once the style sheets are there: what is in the page then can be read.
    private static final String WATCH = """
            const look = () => {
              const text = document.querySelector("%s");
              if (text && text.getBoundingClientRect().height > 0) window.readable = performance.now();
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            """.formatted(".post .prose");

    private VisitBench() {}

    static void measure(Figures figures) throws Exception {
        try (var scratch = Scratch.make();
                var server = Launch.on(scratch.data()).bare().serve("demo");
                var browser = Chromium.browser()) {
            var session = Database.in(scratch.data()).signIn(NADIA);
            Visitor.of(server, session).times("/", 50);
            var first = new Visit[RUNS];
            var second = new Visit[RUNS];
            for (var n = 0; n < RUNS; n++) {
                try (var context = context(browser, server, session)) {
                    first[n] = visit(context, server);
                    second[n] = visit(context, server);
                }
            }
            report("first visit", List.of(first), 8, figures);
            report("second visit", List.of(second), 3, figures);
        }
    }

    private static BrowserContext context(Browser browser, Server server, String session) {
        var context = browser.newContext();
        context.addInitScript(WATCH);
        context.addCookies(List.of(
                new Cookie("parvis_session", session).setUrl(server.address().toString())));
        return context;
    }

    private static Visit visit(BrowserContext context, Server server) {
        try (var page = context.newPage()) {
            var line = context.newCDPSession(page);
            var bytes = new AtomicLong();
            line.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            line.send("Network.enable");
            line.send("Network.emulateNetworkConditions", slowLine());
            page.navigate(server.address().toString());
            page.waitForFunction("() => window.readable");
            var readable = ((Number) page.evaluate("() => window.readable")).doubleValue();
            page.waitForTimeout(2000);
            return new Visit(readable / 1e3, bytes.get() / 1024.0);
        }
    }

    private static JsonObject slowLine() {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 600);
        line.addProperty("downloadThroughput", 400_000 / 8);
        line.addProperty("uploadThroughput", 400_000 / 8);
        return line;
    }

    private static void report(String name, List<Visit> visits, double seconds, Figures figures) {
        var readable = Sample.of(visits.stream().mapToDouble(Visit::readable).toArray());
        var kilobytes = Sample.of(visits.stream().mapToDouble(Visit::kilobytes).toArray());
        figures.add(Figure.of(name + ", text can be read, least", readable.least(), "s"));
        figures.add(Figure.of(name + ", text can be read, median", readable.median(), "s")
                .atMost(seconds));
        figures.add(Figure.of(name + ", text can be read, most", readable.most(), "s"));
        figures.add(
                Figure.of(name + ", over the wire", kilobytes.median(), "KB").atMost(150));
    }

    private record Visit(double readable, double kilobytes) {}
}
