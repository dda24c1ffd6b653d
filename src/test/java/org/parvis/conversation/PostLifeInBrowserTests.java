package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@BrowserTest
class PostLifeInBrowserTests {

    // What appears is at once as it will be.
    private static final NewContextOptions STILL = new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    CommunityId pumps;

    @BeforeEach
    void aCommunity() {
        jdbc.sql("delete from draft").update();
        bruno = cast.bruno();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps " + UUID.randomUUID(), "", "business", "open", true, null, null));
    }

    @Test
    void itsMenuKeepsItFollowsItAndPinsItInPlaceByTheKeyboard() {
        posts.publish(cast.priya(), null, "Elsewhere");
        posts.publish(bruno, pumps, "Torque tables");
        var page = browsers.of(bruno, STILL);
        page.navigate("/communities/" + pumps);
        var post = page.locator("article").first();
        post.getByLabel("Other actions").focus();
        page.keyboard().press("Enter");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        button(post, "Bookmark").press("Enter");
        assertThat(page.locator("#toasts")).containsText("In your bookmarks.");
        assertThat(post.getByLabel("Other actions")).isFocused();
        choose(page, post, "Mute the thread");
        assertThat(page.locator("#toasts")).containsText("only a mention of you will be told");
        choose(page, post, "Pin in the community");
        assertThat(post.locator(".kind")).containsText("Pinned");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.locator(".me").click();
        page.locator("#account").getByText("Bookmarks").click();
        assertThat(page.locator("article")).containsText("Torque tables");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        var kept = page.locator("article").first();
        kept.getByLabel("Other actions").click();
        kept.getByText("Remind me").click();
        page.getByLabel("Day").fill(SOON.toString());
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(browsers.address() + "/bookmarks");
        choose(page, page.locator("article").first(), "Remove the bookmark");
        assertThat(page.locator("#toasts")).containsText("Bookmark removed.");
    }

    @Test
    void theFourthPinIsRefusedInASentence() {
        var page = browsers.of(bruno, STILL);
        for (var number = 0; number < 4; number++) posts.publish(bruno, pumps, "Number " + number);
        page.navigate("/communities/" + pumps);
        for (var number = 0; number < 4; number++) {
            choose(
                    page,
                    page.locator("article").filter(new Locator.FilterOptions().setHasText("Number " + number)),
                    "Pin in the community");
            if (number < 3) assertThat(page.locator("article .kind")).hasCount(number + 1);
        }
        assertThat(page.locator("#toasts")).containsText("Three posts are pinned here already.");
    }

    @Test
    void plannedFromTheSheetAboveTheFeedAndChangedInTheList() {
        var page = browsers.of(bruno, STILL);
        page.navigate("/");
        page.locator("#composer .open").click();
        page.getByLabel("Your text").fill("Summer hours");
        page.getByText("Post later").click();
        page.getByLabel("Day").fill("2020-01-01");
        page.getByLabel("Time").fill("09:00");
        plan(page);
        assertThat(page.locator(".compose")).containsText("Choose a day and a time to come");
        assertThat(page.getByLabel("Your text")).hasValue("Summer hours");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByLabel("Day").fill(SOON.toString());
        plan(page);
        assertThat(page).hasURL(browsers.address() + "/drafts");
        assertThat(page.locator("main")).containsText("To be posted on");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.getByLabel("Post the draft").click();
        assertThat(page.getByLabel("Time")).hasValue("09:00");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByText("Post now").click();
        assertThat(page.locator("article")).containsText("Summer hours");
        page.navigate("/posts/new");
        assertThat(page.getByLabel("Your text")).hasValue("");
    }

    @Test
    void whatIsKeptWhileWritingDoesNotOvertakeThePlan() {
        var page = browsers.of(bruno, STILL);
        page.navigate("/posts/new");
        var held = new ArrayList<Route>();
        var order = new ArrayList<String>();
        page.route("**/drafts", held::add);
        page.onRequest(request -> {
            if (request.url().endsWith("/drafts/planned")) order.add("planned");
        });
        page.onResponse(answer -> {
            if (answer.url().endsWith("/drafts") && answer.status() == 204) order.add("kept");
        });
        page.getByLabel("Your text").fill("Summer");
        page.waitForCondition(() -> !held.isEmpty());
        page.getByLabel("Your text").fill("Summer hours");
        page.getByText("Post later").click();
        page.getByLabel("Day").fill(SOON.toString());
        page.getByLabel("Time").fill("09:00");
        plan(page);
        page.unroute("**/drafts");
        held.forEach(Route::resume);

        assertThat(page).hasURL(browsers.address() + "/drafts");
        assertThat(page.locator("main")).containsText("To be posted on");
        assertThat(page.locator("main")).containsText("Summer hours");
        Assertions.assertThat(order).startsWith("kept").endsWith("planned");
    }

    @Test
    void orWithoutAScriptOnAPhone() {
        var post = posts.publish(bruno, pumps, "Which seal?");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = browsers.of(
                    bruno,
                    new NewContextOptions()
                            .setJavaScriptEnabled(false)
                            .setViewportSize(390, 844)
                            .setColorScheme(scheme));
            page.navigate("/posts/" + post);
            var article = page.locator("article").first();
            article.getByLabel("Other actions").click();
            article.getByText("Close the comments").click();
            page.getByLabel("Why are you closing them?").fill("Decided");
            page.locator("main form").getByText("Close the comments").click();
            assertThat(page.locator("main")).containsText("Comments are closed. Decided");
            choose(page, page.locator("article").first(), "Reopen the comments");
            assertThat(page.locator("main")).not().containsText("Comments are closed.");
        }
    }

    private static void plan(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Plan").setExact(true))
                .click();
    }

    private static void choose(Page page, Locator post, String name) {
        post.getByLabel("Other actions").click();
        button(post, name).click();
        assertThat(page.locator("body")).isVisible();
    }

    private static Locator button(Locator post, String name) {
        return post.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
