package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Pattern;

@BrowserTest
class ConversationInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

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
    void aConversationHappensInPlace() {
        var page = browsers.of(bruno);
        page.navigate("/communities/" + pumps);

        page.getByText("Write to Pumps").click();
        var text = page.getByLabel("Your text");
        text.pressSequentially("Does it hold, @pri");
        var people = page.getByRole(AriaRole.LISTBOX);
        assertThat(people).containsText("Priya Nair");
        text.press("Enter");
        assertThat(text).hasValue(Pattern.compile("Does it hold, @\\[Priya Nair]\\(person:\\d+\\) "));
        text.press("Control+Enter");
        var post = page.locator("#feed .post").first();
        assertThat(post.getByRole(AriaRole.LINK, named("Priya Nair"))).isVisible();
        assertThat(page.getByText("Write to Pumps")).isVisible();

        button(post, "Useful").click();
        assertThat(post.locator("button[aria-pressed=true]").first()).hasText("Useful");
        button(post, "1 reaction").click();
        assertThat(post.locator(".menu .row")).containsText("Bruno Tessier");
        page.keyboard().press("Escape");

        choose(post, "Other actions", "Edit");
        post.getByRole(AriaRole.TEXTBOX).fill("Does it hold by now?");
        button(post, "Save").click();
        assertThat(post.locator(".post-body")).containsText("by now?");
        assertThat(post.locator(".post-body")).containsText("edited");

        post.getByRole(AriaRole.LINK, named("Comment")).click();
        page.getByLabel("Your comment").fill("x".repeat(10_001));
        button(page.locator("#new_comment"), "Comment").click();
        assertThat(page.locator("#new_comment .error")).isVisible();
        assertThat(page.getByLabel("Your comment")).isFocused();
        page.getByLabel("Your comment").fill("It does **here**.");
        button(page.locator("#new_comment"), "Comment").click();
        var comment = page.locator(".comment[id]").first();
        assertThat(comment.locator("strong")).hasText("here");
        assertThat(page.getByLabel("Your comment")).hasValue("");
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("1 comment")))
                .isVisible();

        comment.getByRole(AriaRole.LINK, named("Reply to")).click();
        comment.getByRole(AriaRole.TEXTBOX).fill("For how long?");
        button(comment, "Reply").last().click();
        assertThat(comment.locator(".comment")).containsText("For how long?");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("see the history"))
                .click();
        page.getByText("Read this wording in full").click();
        assertThat(page.locator("details[open] .prose")).containsText("Does it hold, @Priya Nair");
        page.goBack();

        choose(page.locator("article.comment .comment"), "Other actions", "Delete");
        button(page.locator("article.comment .comment"), "Delete").click();
        assertThat(page.locator("article.comment .comment")).hasCount(0);
        choose(page.locator(".post"), "Other actions", "Delete");
        button(page.locator(".post"), "Delete").click();
        assertThat(page).hasURL(Pattern.compile("/communities/" + pumps));
        assertThat(page.getByText("Post deleted.")).isVisible();
    }

    @Test
    void theSameHappensWithoutAScript() {
        var page = browsers.withoutScript(bruno);
        page.navigate("/communities/" + pumps);

        page.getByText("Write to Pumps").click();
        page.getByLabel("Your text").fill("Does it **hold**?");
        button(page.locator("main"), "Preview").click();
        assertThat(page.locator("#preview strong")).hasText("hold");
        button(page.locator("main"), "Post").click();
        assertThat(page.locator(".post strong")).hasText("hold");

        button(page.locator(".post"), "Useful").click();
        assertThat(page.locator(".post button[aria-pressed=true]").first()).hasText("Useful");
        page.getByLabel("Your comment").fill("It does.");
        button(page.locator("#new_comment"), "Comment").click();
        assertThat(page.locator("article.comment")).containsText("It does.");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Reply to Bruno Tessier"))
                .click();
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Reply to Bruno Tessier"))
                .fill("For how long?");
        button(page.locator("main"), "Reply").click();
        assertThat(page.locator("article.comment .comment")).containsText("For how long?");

        choose(page.locator(".post"), "Other actions", "Edit");
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Edit my post"))
                .fill("Does it hold by now?");
        button(page.locator("main"), "Save").click();
        assertThat(page.locator(".post")).containsText("by now?");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("see the history"))
                .click();
        assertThat(page.locator("main strong")).hasText("hold");
        page.goBack();
        choose(page.locator(".post"), "Other actions", "Delete");
        button(page.locator("main"), "Delete").click();
        assertThat(page).hasURL(Pattern.compile("/communities/" + pumps));
    }

    @Test
    void theKeyboardStaysWhereSomethingChanged() {
        var post = posts.publish(bruno, pumps, "28 Nm");
        comments.add(bruno, post, null, "Cold?");
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);

        choose(page.locator(".post"), "Other actions", "Edit");
        page.locator(".post textarea").fill("32 Nm");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".post .post-body")).isFocused();

        page.locator("article.comment")
                .getByRole(AriaRole.LINK, named("Reply to"))
                .click();
        page.locator("article.comment textarea").fill("At 140.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".comment .comment > div > turbo-frame")).isFocused();

        choose(page.locator("article.comment .comment"), "Other actions", "Delete");
        button(page.locator("article.comment .comment"), "Delete").click();
        assertThat(page.locator("#comments_count")).isFocused();
    }

    @Test
    void communitiesAndEmojiAreCompletedByTheKeyboard() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        var text = page.getByLabel("Your text");
        var found = page.getByRole(AriaRole.LISTBOX);

        text.pressSequentially("Ask @pump");
        assertThat(found.getByRole(AriaRole.OPTION)).hasCount(1);
        assertThat(text).hasAttribute("aria-activedescendant", "mention_place_" + pumps);
        text.press("Enter");
        text.pressSequentially("at 10:30 :par");
        assertThat(found).containsText("party popper");
        text.press("ArrowDown");
        text.press("Tab");
        assertThat(text).hasValue(Pattern.compile("Ask @\\[Pumps]\\(community:" + pumps + "\\) at 10:30 [^:]{1,3} "));
        text.press("Control+Enter");
        assertThat(page.locator("a.mention")).hasAttribute("href", "/communities/" + pumps);
    }

    @Test
    void whatIsPressedUnderAListOfNamesIsPressed() {
        var post = posts.publish(bruno, pumps, "Who knows?");
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);
        page.getByLabel("Your comment").pressSequentially("Ask @pri");
        assertThat(page.getByRole(AriaRole.LISTBOX)).containsText("Priya Nair");

        button(page.locator("#new_comment"), "Comment").click();

        assertThat(page.locator(".comment[id]")).containsText("Ask @pri");
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasCount(0);
    }

    @Test
    void completionFollowsThePlaceThatIsChosen() {
        var board = communities.create(
                bruno, new CommunityForm("Board", "What is decided", "business", "request", true, null, null));
        var page = browsers.of(bruno);
        page.navigate("/posts/new");

        page.getByLabel("Your text").pressSequentially("Ask @pri");
        assertThat(page.getByRole(AriaRole.LISTBOX)).containsText("Priya Nair");
        page.keyboard().press("Escape");
        page.getByLabel("Post in").selectOption(board.toString());
        var asked = page.waitForResponse(
                "**/mentions?*", () -> page.getByLabel("Your text").press("y"));

        Assertions.assertThat(asked.url()).contains("community=" + board);
        Assertions.assertThat(asked.text()).doesNotContain("Priya Nair");
    }

    @Test
    void whatWasTypedOutlivesALostPage() {
        var post = posts.publish(bruno, pumps, "Who knows?");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);

        page.getByLabel("Your comment").fill("Half a thought");
        page.reload();
        assertThat(page.getByLabel("Your comment")).hasValue("Half a thought");
        button(page.locator("#new_comment"), "Comment").click();
        assertThat(page.locator("article.comment")).containsText("Half a thought");
        page.reload();
        assertThat(page.getByLabel("Your comment")).hasValue("");
    }

    @Test
    void earlierCommentsOpenAboveTheOthers() {
        var post = posts.publish(bruno, pumps, "A long talk");
        for (var number = 0; number < 45; number++) {
            comments.add(priya, post, null, "Comment " + number);
        }
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);
        assertThat(page.locator("article.comment")).hasCount(20);

        page.getByText("Show the 25 earlier ones").click();
        assertThat(page.locator("article.comment")).hasCount(40);
        page.getByText("Show earlier comments").click();
        assertThat(page.locator("article.comment")).hasCount(45);
        assertThat(page.locator("article.comment").first()).containsText("Comment 0");
    }

    // As a keyboard presses it: a pointer would first scroll to it, and a menu closes when what it hangs from moves.
    private static void choose(Locator where, String menu, String entry) {
        where.getByRole(AriaRole.BUTTON, named(menu)).first().click();
        where.locator("[popover]")
                .getByRole(AriaRole.LINK, named(entry))
                .first()
                .evaluate("entry => entry.click()");
    }

    private static Locator button(Locator where, String name) {
        return where.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
