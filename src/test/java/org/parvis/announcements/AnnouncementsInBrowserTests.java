package org.parvis.announcements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

@BrowserTest
class AnnouncementsInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    AnnouncementKind kind;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Viewer bruno;
    private Viewer priya;

    @BeforeEach
    void people() {
        Tables.empty(
                jdbc,
                "announcement_round",
                "announcement_reading",
                "announcement_wording",
                "announcement",
                "network_role");
        bruno = cast.bruno();
        priya = cast.priya();
        var _ = cast.lucia();
        jdbc.sql("insert into network_role (person_id, role, granted_at) values (:id, 'editor', now())")
                .param("id", bruno.id().value())
                .update();
        jdbc.sql("update person set department = 'Quality', site = 'Pune', country = 'IN' where id = :id")
                .param("id", priya.id().value())
                .update();
    }

    @Test
    void announcedWithItsReachCountedAndConfirmedFromHome() {
        var page = browsers.of(bruno);
        page.navigate("/");
        page.locator(".kinds").getByText("Announcement").click();
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Evacuation drill");
        page.getByLabel("What you announce").fill("Thursday at ten. **Leave by the nearest exit.**");
        page.getByText("Departments").click();
        page.getByLabel("Quality").check();
        assertThat(page.locator("#reach")).containsText("It is brought to one person.");
        page.getByLabel("Quality").uncheck();
        assertThat(page.locator("#reach")).not().containsText("one person");
        page.getByLabel("Quality").check();
        assertThat(page.locator("#reach")).containsText("It is brought to one person.");
        assertThat(page.locator("#reach")).containsText("Every employee may read it.");
        page.getByLabel("Ask them to confirm that they have read it").check();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByText("Also in French").click();
        page.getByLabel("Title in French").fill("Exercice d’évacuation");
        page.getByLabel("Text in French").fill("Jeudi à dix heures.");
        button(page, "Announce").click();
        var article = page.locator("article").first();
        assertThat(article).containsText("Evacuation drill");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        var readers = browsers.of(priya, new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        readers.navigate("/");
        var announced = readers.locator("#announced");
        assertThat(announced).containsText("Evacuation drill");
        Assertions.assertThat(Axe.faults(readers)).isEmpty();
        // By the keyboard alone: the focus goes on where the announcement stood.
        var confirm = announced.getByRole(AriaRole.BUTTON);
        confirm.focus();
        readers.keyboard().press("Enter");
        assertThat(announced.locator("section")).hasCount(0);
        assertThat(announced).isFocused();
        assertThat(readers.locator("#toasts")).containsText("your confirmation is noted");
        Assertions.assertThat(Axe.faults(readers)).isEmpty();
        readers.reload();
        assertThat(announced).hasCount(0);

        page.locator("article").first().getByRole(AriaRole.BUTTON).first().click();
        page.getByText("Who has read it").click();
        assertThat(page.locator("h1")).containsText("Who has read it");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Confirmed"))
                .click();
        assertThat(page.locator("main")).containsText("Priya Nair");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void orWithoutAScriptOnAPhone() {
        var options = new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.DARK);
        var page = browsers.of(bruno, options);
        page.navigate("/posts/new?kind=announcement");
        page.getByLabel("Title", new Page.GetByLabelOptions().setExact(true)).fill("Evacuation drill");
        page.getByLabel("What you announce").fill("Thursday at ten.");
        page.getByText("Departments").click();
        page.getByLabel("Quality").check();
        button(page, "Count again").click();
        assertThat(page.locator("#reach")).containsText("It is brought to one person.");
        assertThat(page.getByLabel("Quality")).isChecked();
        page.getByLabel("Ask them to confirm that they have read it").check();
        button(page, "Announce").click();
        assertThat(page.locator("article")).containsText("Evacuation drill");

        var readers = browsers.of(
                priya,
                new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        readers.navigate("/");
        button(readers, "I have read it").click();
        assertThat(readers).hasURL(browsers.address() + "/");
        assertThat(readers.locator("#announced")).hasCount(0);
        assertThat(readers.locator("body")).containsText("your confirmation is noted");
    }

    @Test
    void everythingFitsEveryWidth() {
        var post = posts.publish(
                bruno,
                null,
                new Submission<>(
                        kind,
                        "Evacuation drill on Thursday, in all the halls of the northern sites",
                        "Leave by the nearest exit.",
                        List.of(),
                        new AnnouncementDraft(null, true, false, null, null)));
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(320, 390, 1440)) {
                var options = new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900);
                var writing = browsers.of(bruno, options);
                for (var address : List.of("/posts/new?kind=announcement", "/posts/" + post + "/announcement")) {
                    writing.navigate(address);
                    fits(writing, scheme + " " + width + " " + address);
                }
                var reading = browsers.of(
                        priya, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                for (var address : List.of("/", "/posts/" + post)) {
                    reading.navigate(address);
                    assertThat(reading.locator("main")).containsText("Evacuation drill");
                    fits(reading, scheme + " " + width + " " + address);
                }
            }
        }
    }

    private static void fits(Page page, String where) {
        Assertions.assertThat(Axe.faults(page)).as(where).isEmpty();
        Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("fits: " + where)
                .isEqualTo(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
