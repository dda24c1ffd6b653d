package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.outgoing.AllowedHosts;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.outgoing.OutgoingRules.Rules;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Jobs;
import org.parvis.testing.SharedData;
import org.parvis.testing.Site;
import org.parvis.testing.Site.Says;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Sites that say every payload of the collection of themselves, and the browser of whoever reads a post that links there. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileLinksInBrowserTests {

    private static final String PAGE = """
            <meta property="og:title" content="%1$s"><meta property="og:description" content="%1$s">
            <meta property="og:site_name" content="%1$s"><meta property="og:image" content="%1$s">
            """;

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    OutgoingRules rules;

    @Autowired
    Jobs jobs;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private final Site site = new Site();
    private Viewer bruno;

    @BeforeAll
    void linkToAllOfThem() throws IOException {
        bruno = cast.bruno();
        rules.change(new Rules(true, new AllowedHosts(List.of(site.host()))));
        var payloads = Files.readAllLines(SharedData.file("attacks/xss.txt"));
        for (var number = 0; number < payloads.size(); number++) {
            site.at("/" + number, Says.page(PAGE.formatted(escaped(payloads.get(number)))));
            posts.publish(bruno, null, site.url("/" + number));
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            jobs.hurry("link-fetching");
            return asked() == payloads.size();
        });
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void nothingRunsWhateverASiteSaysOfItself() {
        var page = browsers.of(bruno);
        var trap = new Trap(page, browsers.address());
        var next = "/people/" + bruno.id() + "/posts";
        var cards = 0;
        while (next != null) {
            trap.visit(next);
            cards += page.locator(".preview").count();
            var older = page.locator("a[href*='posts?before=']");
            next = older.count() == 0 ? null : older.first().getAttribute("href");
        }
        assertThat(cards).isGreaterThan(500);
    }

    private long asked() {
        return jdbc.sql("select count(*) from link where settled_at is not null")
                .query(Long.class)
                .single();
    }

    private static String escaped(String payload) {
        return payload.replace("&", "&amp;").replace("\"", "&quot;");
    }
}
