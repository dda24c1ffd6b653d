package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

@BrowserTest
class DraftsInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;

    @BeforeEach
    void nothingBegun() {
        jdbc.sql("delete from draft").update();
        bruno = cast.bruno();
    }

    @Test
    void whatIsBegunAtTheDeskIsFinishedOnThePhone() {
        var desk = browsers.of(bruno);
        desk.navigate("/posts/new?kind=question");
        desk.getByLabel("Your question").fill("Which seal fits?");
        desk.getByLabel("Details").fill("It leaks since Monday.");
        desk.locator("input[type=file]")
                .setInputFiles(new FilePayload("plan.txt", "text/plain", "plan".getBytes(StandardCharsets.UTF_8)));
        await().until(() -> jdbc.sql("select count(*) from draft where form -> 'files' <> '[]'")
                .query(Integer.class)
                .single()
                .equals(1));

        var phone = browsers.of(bruno, new NewContextOptions().setViewportSize(390, 844));
        phone.navigate("/posts/new");
        assertThat(phone.getByLabel("Your question")).hasValue("Which seal fits?");
        assertThat(phone.getByLabel("Details")).hasValue("It leaks since Monday.");
        assertThat(phone.getByText("plan.txt")).isVisible();
        phone.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Drafts")).click();
        assertThat(phone.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Drafts")))
                .isVisible();
        Assertions.assertThat(Axe.faults(phone)).isEmpty();
        phone.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Which seal fits?").setExact(true))
                .click();
        button(phone, "Ask the question").click();
        assertThat(phone).hasURL(Pattern.compile("/posts/\\d+$"));

        phone.navigate("/posts/new");
        assertThat(phone.getByLabel("Your text")).hasValue("");
        assertThat(phone.getByText("You are back at your draft")).hasCount(0);
    }

    @Test
    void whatTheServerDoesNotHaveStaysOnTheDevice() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        page.context().setOffline(true);
        page.getByLabel("Your text").fill("Written on the train.");
        assertThat(page.getByText("Kept on this device")).isVisible();
        page.context().setOffline(false);
        page.evaluate("dispatchEvent(new Event('online'))");
        assertThat(page.getByText("Draft kept")).isVisible();
    }

    @Test
    void whatWasWrittenInTwoWindowsIsSeenBesideEachOther() {
        var desk = browsers.of(bruno);
        desk.navigate("/posts/new");
        desk.getByLabel("Your text").fill("Begun.");
        assertThat(desk.getByText("Draft kept")).isVisible();
        var phone = browsers.of(bruno);
        phone.navigate("/posts/new");
        phone.getByLabel("Your text").fill("Begun, and more.");
        assertThat(phone.getByText("Draft kept")).isVisible();
        desk.getByLabel("Your text").fill("Begun, and something else.");
        assertThat(desk.getByText("This draft changed elsewhere.")).isVisible();
        button(desk, "Compare").click();
        desk.getByText("Read the other version").click();
        assertThat(desk.getByText("Begun, and more.")).isVisible();
        assertThat(desk.getByLabel("Your text")).hasValue("Begun, and something else.");
        Assertions.assertThat(Axe.faults(desk)).isEmpty();
        button(desk, "Post").last().click();
        assertThat(desk).hasURL(Pattern.compile("/posts/\\d+$"));
        assertThat(desk.getByText("Begun, and something else.")).isVisible();
    }

    @Test
    void oneBeginsAfreshAndThrowsAway() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("An idea.");
        assertThat(page.getByText("Draft kept")).isVisible();
        page.navigate("/");
        page.locator(".composer .open").click();
        assertThat(page.getByLabel("Your text")).hasValue("An idea.");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Start with nothing"))
                .click();
        assertThat(page.getByLabel("Your text")).hasValue("");

        page.navigate("/drafts");
        button(page, "Throw the draft “An idea.” away").click();
        button(page, "Throw the draft away").click();
        assertThat(page.getByText("No drafts")).isVisible();
    }

    @Test
    void theSameHappensWithoutAScript() {
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("Slow and steady.");
        button(page, "Keep as a draft").click();
        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Slow and steady.").setExact(true))
                .click();
        assertThat(page.getByLabel("Your text")).hasValue("Slow and steady.");
        page.navigate("/drafts");
        button(page, "Throw the draft “Slow and steady.” away").click();
        assertThat(page.getByText("No drafts")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
