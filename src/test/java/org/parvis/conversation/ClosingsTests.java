package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.UUID;

@ParvisTest
class ClosingsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Closings closings;

    @Autowired
    ReaderCounts readers;

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
    Viewer lucia;
    CommunityId pumps;

    @BeforeEach
    void aCommunity() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps " + UUID.randomUUID(), "", "business", "request", true, null, null));
        memberships.put(bruno, pumps, priya.id(), Standing.MEMBER);
        memberships.put(bruno, pumps, lucia.id(), Standing.MEMBER);
    }

    @Test
    void whatSomebodyWritesWhileItIsClosedStaysBeforeThem() {
        var post = posts.publish(priya, pumps, "Which seal?");
        close(priya, post, "Answered");
        assertThat(browser.post()
                        .uri("/posts/" + post + "/comments")
                        .param("text", "Half an hour of thought")
                        .with(as(lucia)))
                .hasStatus(422)
                .bodyText()
                .contains("Half an hour of thought", "Comments were closed meanwhile");
    }

    @Test
    void itsAuthorClosesItWithAReasonAndOpensItAgain() {
        var post = posts.publish(priya, pumps, "Which seal?");
        var comment = comments.add(lucia, post, null, "The blue one");
        assertThat(get(priya, "/posts/" + post)).contains("Close the comments");
        assertThat(close(priya, post, "  ")).isEqualTo(422);
        assertThat(close(priya, post, "We have <decided>.")).isEqualTo(303);

        assertThat(get(inFrench(lucia), "/posts/" + post))
                .contains("Les commentaires sont fermés.", "We have &lt;decided&gt;.")
                .doesNotContain("Votre commentaire");
        assertThatThrownBy(() -> comments.add(lucia, post, null, "But")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> comments.add(lucia, post, comment, "But")).isInstanceOf(Forbidden.class);
        assertThat(get(lucia, "/posts/" + post)).contains("The blue one").doesNotContain("Reopen the comments");

        assertThat(browser.delete().uri("/posts/" + post + "/closing").with(as(priya)))
                .hasStatus(303);
        comments.add(lucia, post, null, "Thank you");
        assertThat(get(lucia, "/posts/" + post)).contains("Thank you").doesNotContain("decided");
    }

    @Test
    void soDoOwnersAndNobodyElse() {
        var post = posts.publish(priya, pumps, "Which seal?");
        var wall = posts.publish(priya, null, "On my wall");
        closings.close(bruno, post, "Off topic");
        closings.close(bruno, post, "Off topic");
        assertThat(posts.find(lucia, post).closeReason()).isEqualTo("Off topic");
        assertThatThrownBy(() -> closings.reopen(lucia, post)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> closings.close(bruno, wall, "No")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> closings.close(cast.youssef(), post, "No")).isInstanceOf(NotFound.class);
        closings.reopen(priya, post);
        assertThat(posts.find(lucia, post).closed()).isFalse();
    }

    @Test
    void programsCloseAndOpen() {
        var post = posts.publish(priya, pumps, "Which seal?");
        assertThat(browser.put()
                        .uri("/api/v1/posts/" + post + "/closing")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"Decided\"}")
                        .with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("\"closed\":true", "\"closeReason\":\"Decided\"");
        assertThat(browser.delete().uri("/api/v1/posts/" + post + "/closing").with(as(priya)))
                .hasStatus(204);
        assertThat(get(priya, "/api/v1/posts/" + post)).contains("\"closed\":false", "\"closeReason\":null");
    }

    @Test
    void itsAuthorAloneLearnsInTensHowManyOpenedIt() {
        var post = posts.publish(priya, null, "Read me");
        open(priya, post);
        for (var number = 0; number < 9; number++) {
            var reader = reader(number);
            open(reader, post);
            open(reader, post);
        }
        readers.flush();
        assertThat(seenBy(priya, post)).isZero();
        assertThat(get(priya, "/posts/" + post)).contains("Opened by fewer than ten people. You alone see this.");

        open(reader(9), post);
        // As when the node ends.
        readers.destroy();
        assertThat(seenBy(priya, post)).isEqualTo(10);
        assertThat(get(inFrench(priya), "/posts/" + post)).contains("Vu par 10 personnes au moins.");
        open(reader(10), post);
        readers.flush();
        assertThat(seenBy(priya, post))
                .as("no number moves when somebody comes")
                .isEqualTo(10);

        assertThat(get(bruno, "/posts/" + post)).doesNotContain("Opened by");
        assertThat(get(bruno, "/api/v1/posts/" + post)).contains("\"seenBy\":null");
        assertThat(get(priya, "/api/v1/posts/" + post)).contains("\"seenBy\":10");
    }

    @Test
    void whoReadItIsForgottenAndHowManyStays() {
        var post = posts.publish(priya, null, "Long ago");
        for (var number = 0; number < 10; number++) open(reader(number), post);
        readers.flush();
        jdbc.sql("update post set published_at = now() - interval '92 days' where id = :post")
                .param("post", post.value())
                .update();
        assertThat(readers.forget()).isFalse();
        assertThat(jdbc.sql("select count(*) from post_reader where post_id = :post")
                        .param("post", post.value())
                        .query(Long.class)
                        .single())
                .isZero();
        open(reader(1), post);
        readers.flush();
        assertThat(jdbc.sql("select readers from post_reach where post_id = :post")
                        .param("post", post.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void whatIsFetchedAheadIsNotSeen() {
        var post = posts.publish(priya, null, "Ahead");
        assertThat(browser.get()
                        .uri("/posts/" + post)
                        .header("Sec-Purpose", "prefetch")
                        .with(as(bruno)))
                .hasStatusOk();
        readers.flush();
        assertThat(jdbc.sql("select count(*) from post_reader where post_id = :post")
                        .param("post", post.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Viewer reader(int number) {
        return cast.person("Reader Number" + number, PersonKind.EMPLOYEE);
    }

    private @org.jspecify.annotations.Nullable Integer seenBy(Viewer viewer, PostId post) {
        return posts.find(viewer, post).seenBy();
    }

    private void open(Viewer viewer, PostId post) {
        assertThat(browser.get().uri("/posts/" + post).with(as(viewer))).hasStatusOk();
    }

    private int close(Viewer viewer, PostId post, String reason) {
        return browser.put()
                .uri("/posts/" + post + "/closing")
                .param("reason", reason)
                .with(as(viewer))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String get(Viewer viewer, String path) {
        try {
            return browser.get()
                    .uri(path)
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
