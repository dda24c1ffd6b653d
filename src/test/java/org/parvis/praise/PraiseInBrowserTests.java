package org.parvis.praise;

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
class PraiseInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private Viewer bruno;
    private Viewer priya;

    @BeforeEach
    void people() {
        Tables.empty(jdbc, "praise_person", "praise", "praise_week");
        bruno = cast.bruno();
        priya = cast.priya();
        cast.lucia();
    }

    @Test
    void givenFromHomeAndSeenOnTheProfile() {
        // Without motion, a colour is at once what it will be.
        var page = browsers.of(bruno, new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate("/");
        page.locator(".kinds").getByText("Praise").click();
        assertThat(page.locator(".compose")).containsText("You have 5 left this week.");
        page.getByLabel("What you want to praise").fill("You trained twelve drivers on a Saturday.");
        var name = page.getByLabel("Person or community");
        name.pressSequentially("pri");
        page.locator("#whom-people [role=option]").first().waitFor();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.keyboard().press("Enter");
        assertThat(name).hasValue("Priya Nair");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.CHECKBOX)).isChecked();
        assertThat(page.getByLabel("What you want to praise")).hasValue("You trained twelve drivers on a Saturday.");
        page.getByLabel("Somebody else too").pressSequentially("lucía");
        page.locator("#whom-people [role=option]").first().click();
        page.getByLabel("Sharing knowledge").check();
        button(page, "Post the praise").click();
        var post = page.locator("article").first();
        assertThat(post.locator(".thanks")).containsText("Lucía Moreno");
        assertThat(post.locator(".thanks")).containsText("Priya Nair");
        assertThat(post.locator(".thanks")).containsText("Sharing knowledge");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.navigate("/people/" + priya.id());
        var received = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Praise received"));
        assertThat(received).containsText("Sharing knowledge");
        assertThat(received).containsText("You trained twelve drivers");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void orWithoutAScriptOnAPhone() {
        var page = browsers.of(
                bruno,
                new NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(390, 844)
                        .setColorScheme(ColorScheme.DARK));
        page.navigate("/posts/new?kind=praise");
        page.getByLabel("What you want to praise").fill("You stayed late.");
        page.getByLabel("Person or community").fill("priya nair");
        button(page, "Add").click();
        assertThat(page.getByRole(AriaRole.CHECKBOX)).isChecked();
        page.getByLabel("Helping others").check();
        button(page, "Post the praise").click();
        assertThat(page.locator("article .thanks")).containsText("Priya Nair");
    }

    @Test
    void theFormFitsEveryWidth() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(320, 390, 1440)) {
                var page = browsers.of(
                        bruno, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                page.navigate("/posts/new?kind=praise");
                Assertions.assertThat(Axe.faults(page)).as(scheme + " " + width).isEmpty();
                Assertions.assertThat(page.evaluate(
                                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("fits in " + width)
                        .isEqualTo(true);
            }
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
