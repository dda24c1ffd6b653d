package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.notifications.Notifications;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

@ParvisTest
class WatchedThreadsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    WatchedThreads threads;

    @Autowired
    Notifications notifications;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        council = communities.create(
                bruno, new CommunityForm("Council " + UUID.randomUUID(), "", "business", "request", true, null, null));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        memberships.put(bruno, council, lucia.id(), Standing.MEMBER);
        settle();
        Tables.empty(jdbc, "notification");
    }

    @Test
    void whoFollowsIsToldOfCommentsWithoutHavingTakenPart() {
        var post = posts.publish(bruno, council, "Which torque?");
        press(lucia, post, "follow", true);
        comments.add(priya, post, null, "28 Nm");

        assertThat(told(lucia)).containsExactly("Priya Nair commented in a thread that you follow: “Which torque?”");
        assertThat(told(bruno)).containsExactly("Priya Nair commented on your post: “Which torque?”");
    }

    @Test
    void nobodyIsToldOfOneCommentTwice() {
        var post = posts.publish(bruno, council, "Which torque?");
        threads.choose(bruno, post, Watch.FOLLOWED);
        threads.choose(lucia, post, Watch.FOLLOWED);
        comments.add(priya, post, null, "28 Nm, " + mention(lucia));

        assertThat(told(bruno)).hasSize(1);
        assertThat(told(lucia)).containsExactly("Priya Nair mentions you: “Which torque?”");
    }

    @Test
    void whoMutedItIsToldOfNothingButTheirName() {
        var post = posts.publish(bruno, council, "Which torque?");
        var comment = comments.add(lucia, post, null, "Ask Priya");
        told(bruno);
        Tables.empty(jdbc, "notification");
        press(bruno, post, "mute", true);
        press(lucia, post, "mute", true);
        comments.add(priya, post, comment, "28 Nm");
        comments.add(priya, post, null, "At 20 degrees");

        assertThat(told(bruno)).isEmpty();
        assertThat(told(lucia)).isEmpty();

        comments.add(priya, post, null, "Do you agree, " + mention(lucia) + "?");
        assertThat(told(lucia)).containsExactly("Priya Nair mentions you: “Which torque?”");

        press(bruno, post, "mute", false);
        comments.add(priya, post, null, "Anybody?");
        assertThat(told(bruno)).hasSize(1);
    }

    @Test
    void ofBothWhatWasChosenLastCounts() {
        var post = posts.publish(bruno, council, "Both");
        threads.choose(priya, post, Watch.FOLLOWED);
        threads.choose(priya, post, Watch.MUTED);
        threads.choose(priya, post, Watch.MUTED);
        threads.undo(priya, post, Watch.FOLLOWED);
        assertThat(posts.find(priya, post).attention().watch()).isEqualTo(Watch.MUTED);
        threads.undo(priya, post, Watch.MUTED);
        assertThat(posts.find(priya, post).attention().watch()).isNull();
        assertThat(posts.find(bruno, post).attention().watch()).isNull();
    }

    @Test
    void whoMayReadItNoMoreIsToldNothingAndChoosesNothing() {
        var post = posts.publish(bruno, council, "Behind doors");
        threads.choose(lucia, post, Watch.FOLLOWED);
        memberships.remove(bruno, council, lucia.id());
        comments.add(priya, post, null, "Hush");

        assertThat(told(lucia)).isEmpty();
        assertThatThrownBy(() -> threads.choose(lucia, post, Watch.MUTED)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> threads.undo(lucia, post, Watch.FOLLOWED)).isInstanceOf(NotFound.class);
    }

    @Test
    void theMenuOffersWhatIsLeftToChoose() {
        var post = posts.publish(bruno, council, "Menus");
        assertThat(stream(priya, post, "mute", true)).contains("Muted: only a mention of you will be told.");
        assertThat(menu(priya, post)).contains("Unmute the thread").doesNotContain("Follow the thread");
        stream(priya, post, "mute", false);
        assertThat(menu(priya, post)).contains("Follow the thread", "Mute the thread");
        stream(priya, post, "follow", true);
        assertThat(menu(priya, post)).contains("Follow the thread no longer", "Mute the thread");
    }

    @Test
    void withoutAScriptTheMenuIsThatOfTheThread() {
        var post = posts.publish(bruno, council, "Menus");
        assertThat(browser.get().uri("/posts/" + post + "/menu").with(as(priya)))
                .hasRedirectedUrl("/posts/" + post);
        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("Mute the thread");
        assertThat(browser.get()
                        .uri("/posts/" + post + "/menu")
                        .header(Turbo.FRAME, "menu")
                        .with(as(cast.youssef())))
                .hasStatus(404);
    }

    private String menu(Viewer viewer, PostId post) {
        try {
            return browser.get()
                    .uri("/posts/" + post + "/menu")
                    .header(Turbo.FRAME, "post_" + post + "_entries")
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void programsChooseToo() {
        var post = posts.publish(bruno, council, "Programs");
        var api = "/api/v1/posts/" + post;
        assertThat(browser.put().uri(api + "/mute").with(as(priya))).hasStatus(204);
        assertThat(browser.get().uri(api).with(as(priya))).bodyText().contains("\"watch\":\"muted\"");
        assertThat(browser.put().uri(api + "/follow").with(as(priya))).hasStatus(204);
        assertThat(browser.get().uri(api).with(as(priya))).bodyText().contains("\"watch\":\"followed\"");
        assertThat(browser.delete().uri(api + "/mute").with(as(priya))).hasStatus(204);
        assertThat(browser.delete().uri(api + "/follow").with(as(priya))).hasStatus(204);
        assertThat(browser.get().uri(api).with(as(priya))).bodyText().contains("\"watch\":null");
    }

    private void press(Viewer viewer, PostId post, String what, boolean on) {
        var address = "/posts/" + post + "/" + what;
        assertThat((on ? browser.put() : browser.delete()).uri(address).with(as(viewer)))
                .hasStatus(303);
    }

    private String stream(Viewer viewer, PostId post, String what, boolean on) {
        try {
            var address = "/posts/" + post + "/" + what;
            return (on ? browser.put() : browser.delete())
                    .uri(address)
                    .accept(Turbo.STREAM)
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> told(Viewer viewer) {
        settle();
        return notifications.list(viewer, false, Cursor.NEWEST, 20).items().stream()
                .map(told -> told.text(messages, Locale.ENGLISH))
                .toList();
    }

    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
    }

    private static String mention(Viewer viewer) {
        return "@[" + viewer.name() + "](person:" + viewer.id() + ")";
    }
}
