package org.parvis.polls;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@BrowserTest
class PollsInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    private Viewer bruno;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
    }

    @Test
    void askedFromHomeAndAnsweredInPlace() {
        var page = browsers.of(bruno);
        page.navigate("/");
        page.locator(".kinds").getByText("Poll").click();
        page.getByLabel("Your question").fill("Which colour?");
        page.getByLabel("Choice 1").fill("Blue");
        page.getByLabel("Choice 2").fill("Green");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Choice 3")).isFocused();
        page.getByLabel("Choice 3").fill("Red");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.locator(".compose")
                .getByText("Update", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByLabel("Your text")).hasValue("Which colour?");
        page.locator(".compose")
                .getByText("Poll", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.getByLabel("Choice 3")).hasValue("Red");
        button(page, "Post the poll").click();
        var poll = page.locator("article").first();
        assertThat(poll).containsText("Which colour?");
        assertThat(page).hasURL(browsers.address() + "/");

        poll.getByLabel("Green").check();
        poll.getByText("Vote", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(poll.locator(".poll .mine")).containsText("Green");
        assertThat(poll.locator(".poll .mine")).containsText("100%");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        var post = poll.getAttribute("id").replace("post_", "");
        var other = browsers.of(cast.priya());
        other.navigate("/posts/" + post);
        other.getByLabel("Red").check();
        other.getByText("Vote", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(poll.locator(".poll .mine")).containsText("50%");

        poll.getByText("Change my choice").click();
        poll.getByLabel("Blue").check();
        poll.getByText("Vote", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(poll.locator(".poll .mine")).containsText("Blue");
    }

    @Test
    void orWithoutAScriptOnAPhone() {
        var page = browsers.of(
                bruno,
                new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        page.navigate("/posts/new?kind=poll");
        page.getByLabel("Your question").fill("Which size?");
        page.getByLabel("Choice 1").fill("Small");
        button(page, "One more choice").click();
        page.getByLabel("Choice 2").fill("Large");
        page.getByLabel("Secret vote").check();
        button(page, "Post the poll").click();
        assertThat(page.locator("article")).containsText("secret vote");
        page.getByLabel("Large").check();
        button(page, "Vote, for good").click();
        assertThat(page.locator("article")).containsText("you have voted");
        assertThat(page.locator("article")).containsText("Results come when the poll closes.");
    }

    @Test
    void theFormFitsEveryWidth() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(320, 390, 1440)) {
                var page = browsers.of(
                        bruno, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                page.navigate("/posts/new?kind=poll");
                Assertions.assertThat(Axe.faults(page)).as(scheme + " " + width).isEmpty();
                Assertions.assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("fits in " + width)
                        .isEqualTo(true);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
