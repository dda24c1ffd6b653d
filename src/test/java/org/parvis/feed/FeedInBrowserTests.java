package org.parvis.feed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.regex.Pattern;

@BrowserTest
class FeedInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    CommunityId pumps;

    @BeforeEach
    void aCommunityWithMuchToRead() {
        Tables.empty(jdbc, "post", "comment", "feed_visit", "feed_muted", "community", "membership");
        bruno = cast.bruno();
        priya = cast.priya();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps", "What runs", "business", "open", true, null, null));
        memberships.enter(priya, pumps);
        for (int i = 1; i <= 25; i++) {
            posts.publish(bruno, pumps, "Number " + i);
        }
    }

    @Test
    void whatIsOlderComesInItsPlaceAndTheKeyboardGoesOnThere() {
        var page = home();
        link(page, "Read what came before").press("Enter");

        assertThat(page.locator(".post")).hasCount(25);
        var first = page.locator(".post").nth(20);
        assertThat(first).containsText("Number 5");
        assertThat(first).isFocused();
        assertThat(page.getByText("The feed begins here.")).isVisible();
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void aTabKeepsTheKeyboardAndTheAddressFollows() {
        var page = home();
        link(page, "Company").press("Enter");

        assertThat(page).hasURL(Pattern.compile("view=company"));
        assertThat(link(page, "Company")).hasAttribute("aria-current", "page");
        assertThat(link(page, "Company")).isFocused();
    }

    @Test
    void whatWaitedIsShownFromTheTop() {
        var page = home();
        page.locator(".post").nth(15).scrollIntoViewIfNeeded();
        posts.publish(bruno, pumps, "Hot off the press");
        assertThat(page.locator(".waiting a")).isVisible();
        page.locator(".waiting a").press("Enter");

        assertThat(page.locator(".post").first()).containsText("Hot off the press");
        assertThat(page.locator(".post").first()).isFocused();
        org.awaitility.Awaitility.await().until(() -> page.evaluate("scrollY").equals(0));
    }

    @Test
    void theSheetAboveTheFeedClosesToTheInvitation() {
        var page = home();
        link(page, "Poll").click();
        page.getByLabel("Post in").selectOption(pumps.toString());
        page.getByLabel("Choice 1").fill("This seal");
        page.getByLabel("Choice 2").fill("That seal");
        page.getByText("One more choice").click();
        assertThat(page.getByLabel("Choice 3")).isVisible();
        page.locator(".compose > header a.icon").click();

        assertThat(link(page, "Share, ask, suggest…")).isFocused();
        assertThat(page.locator(".compose")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile("/$"));
    }

    @Test
    void theReasonOpensToFollowingLess() {
        var page = home();
        var post = page.locator(".post").first();
        post.locator("summary").press("Enter");
        post.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Hide Pumps in my feed"))
                .press("Enter");

        assertThat(post).containsText("You are still a member.");
        var back = post.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Bring back"));
        assertThat(back).isFocused();
        assertThat(page.locator(".post")).hasCount(20);
        page.reload();
        assertThat(page.getByText("Your feed begins here")).isVisible();
    }

    private Page home() {
        var page = browsers.of(priya);
        page.navigate("/");
        return page;
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }
}
