package org.parvis.links;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.outgoing.AllowedHosts;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.outgoing.OutgoingRules.Rules;
import org.parvis.testing.Axe;
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
import java.util.List;

@BrowserTest
class PreviewsInBrowserTests {

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

    @BeforeEach
    void aSite() throws IOException {
        bruno = cast.bruno();
        rules.change(new Rules(true, new AllowedHosts(List.of(site.host()))));
        site.at(
                        "/pump.png",
                        Says.bytes("image/png", Files.readAllBytes(SharedData.file("attacks/files/png-ok-64x64.png"))))
                .at("/pump", page("The pump of the year", "Quiet and quick", "/pump.png"))
                .at("/arabic", page("مضخة العام", "هادئة وسريعة", "/pump.png"))
                .at("/long", page("w".repeat(180), "x".repeat(280), ""));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aCardIsReadInEveryWidthAndLight() {
        publish("/pump");
        publish("/arabic");
        publish("/long");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 1440)) {
                var page = browsers.of(
                        cast.priya(),
                        new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                page.navigate("/?view=company");
                assertThat(page.locator(".preview")).hasCount(3);
                assertThat(page.getByRole(
                                AriaRole.LINK,
                                new GetByRoleOptions().setName("127.0.0.1 The pump of the year Quiet and quick")))
                        .hasCount(width == 390 ? 0 : 1);
                Assertions.assertThat(Axe.faults(page)).as(scheme + " " + width).isEmpty();
                Assertions.assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("fits in " + width)
                        .isEqualTo(true);
                Assertions.assertThat(page.locator(".preview").all())
                        .allMatch(
                                card -> box(card) <= box(page.locator(".prose").first()) + 1);
            }
        }
    }

    @Test
    void itsAuthorTakesItAwayInPlace() {
        var post = publish("/pump");
        var page = browsers.of(bruno);
        page.navigate("/?view=company");
        var card = page.locator("#post_" + post + " .preview");
        assertThat(card).isVisible();

        menu(page, post, "Remove the link preview");
        assertThat(card).hasCount(0);
        assertThat(page.getByText("The preview is gone, the link stays.")).isVisible();
        assertThat(page.locator("#post_" + post + "_text")).isFocused();
        assertThat(page).hasURL(browsers.address() + "/?view=company");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        menu(page, post, "Show the link preview");
        assertThat(card).isVisible();
    }

    @Test
    void orWithoutAScript() {
        var post = publish("/pump");
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/" + post);
        menu(page, post, "Remove the link preview");
        assertThat(page.getByText("The preview is gone, the link stays.")).isVisible();
        assertThat(page.locator(".preview")).hasCount(0);
        menu(page, post, "Show the link preview");
        assertThat(page.locator(".preview")).isVisible();
    }

    private static void menu(Page page, PostId post, String entry) {
        page.locator("#post_" + post + " .byline button[popovertarget]").click();
        page.locator("#post_" + post + "_menu")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(entry))
                .click();
    }

    private PostId publish(String path) {
        var post = posts.publish(bruno, null, "Look: " + site.url(path));
        await().until(() -> {
            jobs.hurry("link-fetching");
            return jdbc.sql("""
                        select exists (select from post_link l join link k on k.id = l.link_id
                                        where l.post_id = :post and k.settled_at is not null)
                        """)
                    .param("post", post.value())
                    .query(Boolean.class)
                    .single();
        });
        return post;
    }

    private static double box(Locator element) {
        return element.boundingBox().width;
    }

    private static Says page(String title, String description, String picture) {
        return Says.page("""
                <meta property="og:title" content="%s"><meta property="og:description" content="%s">
                <meta property="og:image" content="%s">
                """.formatted(title, description, picture));
    }
}
