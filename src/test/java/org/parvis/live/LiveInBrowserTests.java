package org.parvis.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reaction;
import org.parvis.conversation.Reactions;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    Reactions reactions;

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

    @AfterEach
    void silence() {
        streams.closeAll();
    }

    // What came before is told before anything is listened to.
    @BeforeEach
    void aCommunity() {
        Awaitility.await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
        Tables.empty(jdbc, "notification");
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
        Assertions.assertThat(first.boundingBox().y).isEqualTo(before);
        assertThat(page.getByText("Share, ask, suggest")).isFocused();

        waiting.click();
        assertThat(page.locator("#feed .post").first()).containsText("Second");
    }

    @ParameterizedTest(name = "after {0} others")
    @ValueSource(ints = {0, 12})
    void aCommentComesIntoAnOpenThreadAndMovesNothingUnderWhoeverWrites(int others) {
        var post = posts.publish(priya, pumps, "A question");
        for (int i = 0; i < others; i++) {
            comments.add(priya, post, null, "Another thought " + i);
        }
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        var form = page.getByLabel("Your comment");
        form.fill("I am writing");
        var before = form.boundingBox().y;

        var answer = comments.add(bruno, post, null, "An answer");

        assertThat(page.locator("#comment_" + answer)).containsText("An answer");
        assertThat(page.locator("#polite")).hasText("1 new comment");
        assertThat(form).isFocused();
        assertThat(form).hasValue("I am writing");
        Assertions.assertThat(form.boundingBox().y).isCloseTo(before, org.assertj.core.data.Offset.offset(1.0));
    }

    @Test
    void aCommentOutOfSightIsOneButtonAway() {
        var post = posts.publish(priya, pumps, "A question");
        for (int i = 0; i < 15; i++) {
            comments.add(priya, post, null, "Another thought " + i);
        }
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();

        var answer = comments.add(bruno, post, null, "An answer");

        var arrived = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("1 new comment"));
        assertThat(arrived).isVisible();
        Assertions.assertThat(page.evaluate("scrollY")).isEqualTo(0);
        arrived.click();
        assertThat(page.locator("#comment_" + answer)).isFocused();
        assertThat(arrived).isHidden();
    }

    @Test
    void reactionsMoveAndOtherWordsAppearOnAnOpenPage() {
        var post = posts.publish(bruno, pumps, "A question");
        var comment = comments.add(bruno, post, null, "A thought");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        var form = page.getByLabel("Your comment");
        form.fill("I am writing");

        reactions.put(cast.lucia(), post, Reaction.LIKE);
        reactions.put(cast.lucia(), comment, Reaction.LIKE);
        assertThat(page.locator("#post_" + post + "_all")).hasAccessibleName("1 reaction");
        assertThat(page.locator("#comment_" + comment + "_all")).hasAccessibleName("1 reaction");

        posts.edit(bruno, post, "A better question");
        comments.edit(bruno, comment, "A better thought");
        assertThat(page.locator("#post_" + post + "_text")).containsText("A better question");
        assertThat(page.locator("#comment_" + comment + "_text")).containsText("A better thought");
        assertThat(form).isFocused();
        assertThat(form).hasValue("I am writing");
    }

    @Test
    void whatIsTakenAwayGoesFromAnOpenPage() {
        var post = posts.publish(bruno, pumps, "Kept");
        var other = posts.publish(bruno, pumps, "To be deleted");
        var comment = comments.add(bruno, post, null, "A thought");
        var answered = comments.add(bruno, post, null, "Another thought");
        comments.add(priya, post, answered, "An answer to it");
        var feed = browsers.of(priya);
        feed.navigate("/");
        assertThat(feed.locator("#post_" + other)).isVisible();
        var thread = feed.context().newPage();
        thread.navigate(browsers.address() + "/posts/" + post);
        connected();

        posts.delete(bruno, other, null);
        comments.delete(bruno, comment, null);
        comments.delete(bruno, answered, null);
        assertThat(feed.locator("#post_" + other)).hasCount(0);
        assertThat(thread.locator("#comment_" + comment)).hasCount(0);
        assertThat(thread.locator("#comment_" + answered)).containsText("Comment removed by its author");
        assertThat(thread.locator("#comment_" + answered)).containsText("An answer to it");

        thread.getByLabel("Your comment").fill("I am writing");
        posts.delete(bruno, post, null);
        assertThat(thread.locator("#post_" + post)).containsText("Post deleted.");
        assertThat(thread.getByLabel("Your comment")).hasValue("I am writing");
        assertThat(feed.locator("#post_" + post)).hasCount(0);
    }

    @Test
    void nothingChangesUnderWhoeverChoosesAReaction() {
        var post = posts.publish(bruno, pumps, "A question");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        page.locator("#post_" + post + "_all").click();
        var menu = page.locator("#post_" + post + "_reacts");
        assertThat(menu).isVisible();

        reactions.put(cast.lucia(), post, Reaction.LIKE);
        var told = comments.add(bruno, post, null, "Told after it");
        assertThat(page.locator("#comment_" + told)).isVisible();
        assertThat(menu).isVisible();

        page.keyboard().press("Escape");
        assertThat(page.locator("#post_" + post + "_all")).hasAccessibleName("1 reaction");
    }

    @Test
    void theBellDoesNotStayForWhatIsOnTheScreen() {
        var post = posts.publish(priya, pumps, "A question");
        var thread = browsers.of(priya);
        thread.navigate("/posts/" + post);
        var elsewhere = thread.context().newPage();
        elsewhere.navigate(browsers.address() + "/");
        thread.bringToFront();
        connected();

        comments.add(bruno, post, null, "An answer");

        Awaitility.await()
                .until(() -> jdbc.sql("""
                        select count(*) from notification
                         where person_id = :priya and kind = 'comment' and subject_id = :post and read_at is not null
                        """)
                                .param("priya", priya.id().value())
                                .param("post", post.value())
                                .query(Long.class)
                                .single()
                        == 1);
        assertThat(elsewhere.locator("#bell .badge")).hasCount(0);
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
        Awaitility.await().until(() -> streams.present().size() == 1);
    }

    @ParameterizedTest(name = "where another tab listens already: {0}, by a worker: {1}")
    @CsvSource({"false, true", "false, false", "true, true", "true, false"})
    void whatIsSaidBeforeThePageListensComesToo(boolean already, boolean worker) {
        var post = posts.publish(priya, pumps, "A question");
        var first = browsers.of(priya);
        if (!worker) first.context().addInitScript("delete globalThis.SharedWorker");
        if (already) {
            first.navigate("/notifications");
            connected();
        }
        var page = first.context().newPage();
        page.route(address -> address.contains("/app"), script -> {
            if (script.request().url().endsWith(".js")) comments.add(bruno, post, null, "Said very early");
            script.resume();
        });
        page.navigate(browsers.address() + "/posts/" + post);

        assertThat(page.locator("article.comment")).containsText("Said very early");
        assertThat(page.locator("article.comment")).hasCount(1);
    }

    @Test
    void aPageOneComesBackToShowsWhatWasSaidMeanwhile() {
        var post = posts.publish(priya, pumps, "A question");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Communities"))
                .first()
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .containsText("Communities");

        comments.add(bruno, post, null, "Said meanwhile");
        page.goBack();

        assertThat(page.locator("article.comment")).containsText("Said meanwhile");
    }

    @Test
    void aLostNetworkShowsAndNothingIsLostOrTwice() {
        var post = posts.publish(priya, pumps, "A question");
        var page = browsers.of(priya);
        page.navigate("/posts/" + post);
        connected();
        var away = page.locator("#toasts").getByText("No network. What you write stays here");
        assertThat(away).isHidden();

        page.context().setOffline(true);
        assertThat(away).isVisible();
        var form = page.getByLabel("Your comment");
        form.fill("Written without a network");
        form.press("Control+Enter");
        comments.add(bruno, post, null, "Said meanwhile");
        assertThat(form).hasValue("Written without a network");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.context().setOffline(false);
        assertThat(away).isHidden();
        assertThat(page.locator("article.comment")).containsText("Said meanwhile");
        form.press("Control+Enter");
        assertThat(page.getByText("Written without a network")).isVisible();
        assertThat(page.locator("article.comment")).hasCount(2);
    }

    @Test
    void whoMissedTooMuchIsBroughtUpToDate() {
        var post = posts.publish(priya, pumps, "A question");
        var comment = comments.add(bruno, post, null, "A thought");
        var page = browsers.of(priya);
        page.route(address -> address.contains("/app"), script -> {
            if (script.request().url().endsWith(".js")) miss(post, comment);
            script.resume();
        });
        page.navigate("/posts/" + post);

        // Each is fetched by itself.
        assertThat(page.locator("article.comment"))
                .hasCount(26, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        assertThat(page.locator("article.comment").last()).containsText("Said meanwhile 24");
        assertThat(page.locator("#comment_" + comment)).containsText("A better thought");
    }

    private void miss(PostId post, CommentId comment) {
        for (int i = 0; i < 25; i++) {
            comments.add(bruno, post, null, "Said meanwhile " + i);
        }
        comments.edit(bruno, comment, "A better thought");
        jdbc.sql("""
                insert into journal (inserted_at, actor, verb, object_kind, object_id)
                select now(), 1, 'update', 'nothing', n from generate_series(1, 600) n
                """).update();
        Awaitility.await()
                .until(() -> jdbc.sql("select not exists (select from journal where position is null)")
                        .query(Boolean.class)
                        .single());
    }

    private void connected() {
        Awaitility.await().until(() -> !streams.present().isEmpty());
    }
}
