package org.parvis.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.regex.Pattern;

@BrowserTest
class LiveInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    LiveStreams streams;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

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
    void aCommunity() {
        bruno = cast.bruno();
        priya = cast.priya();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps", "What runs", "business", "open", true, null, null));
        memberships.enter(priya, pumps);
    }

    @Test
    void aPostWaitsAboveTheFeedAndNothingMovesUntilItIsAskedFor() {
        posts.publish(bruno, pumps, "First");
        var page = browsers.of(priya);
        page.navigate("/");
        connected();
        page.getByText("Share, ask, suggest").focus();
        var first = page.locator("#feed .post").first();
        var before = first.boundingBox().y;

        posts.publish(bruno, pumps, "Second");

        var waiting = page.getByText("1 new post").first();
        assertThat(page.locator(".waiting a")).isVisible();
        assertThat(page.locator("#polite")).hasText("1 new post");
        assertThat(first).containsText("First");
        org.assertj.core.api.Assertions.assertThat(first.boundingBox().y).isEqualTo(before);
        assertThat(page.getByText("Share, ask, suggest")).isFocused();

        waiting.click();
        assertThat(page.locator("#feed .post").first()).containsText("Second");
    }

    @Test
    void aCommentWaitsInAnOpenThreadWhileItsReaderWrites() {
        var post = posts.publish(priya, pumps, "A question");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        var form = page.getByLabel("Your comment");
        form.fill("I am writing");
        var before = form.boundingBox().y;

        comments.add(bruno, post, null, "An answer");

        var arrived = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("1 new comment"));
        assertThat(arrived).isVisible();
        assertThat(form).isFocused();
        org.assertj.core.api.Assertions.assertThat(form.boundingBox().y).isEqualTo(before);
        assertThat(page.locator("#bell")).hasAttribute("aria-label", Pattern.compile("\\d new"));

        arrived.click();
        assertThat(page.locator(".comment[id]")).containsText("An answer");
        assertThat(form).hasValue("I am writing");
    }

    @Test
    void tabsShareOneStreamAndWhoSwitchedItOffHasNone() {
        var page = browsers.of(priya);
        page.navigate("/");
        connected();
        var second = page.context().newPage();
        second.navigate(browsers.address() + "/notifications");
        jdbc.sql("update person set live = false where id = :id")
                .param("id", bruno.id().value())
                .update();
        browsers.of(bruno).navigate("/");

        posts.publish(bruno, null, "Hello @[Priya Nair](person:" + priya.id() + ")");

        assertThat(page.locator("#bell .badge")).hasText("1");
        assertThat(second.locator("#bell .badge")).hasText("1");
        org.assertj.core.api.Assertions.assertThat(streams.present()).hasSize(1);
    }

    private void connected() {
        org.awaitility.Awaitility.await().until(() -> !streams.present().isEmpty());
    }
}
