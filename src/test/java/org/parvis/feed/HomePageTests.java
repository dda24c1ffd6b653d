package org.parvis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Following;
import org.parvis.people.Viewer;
import org.parvis.platform.web.PublicAddress;
import org.parvis.platform.web.Turbo;
import org.parvis.questions.Questions;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
@Import(StatementCount.class)
class HomePageTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Communities communities;

    @Autowired
    Following following;

    @Autowired
    Memberships memberships;

    @Autowired
    Comments comments;

    @Autowired
    Questions questions;

    @Autowired
    PublicAddress here;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;

    @BeforeEach
    void nothingWritten() {
        Tables.empty(jdbc, "post", "comment", "feed_visit", "feed_muted", "community", "membership");
        bruno = cast.bruno();
    }

    @Test
    void anEmptyFeedHelpsToBegin() {
        assertThat(browser.get().uri("/").with(as(inFrench(bruno))))
                .hasStatusOk()
                .bodyText()
                .contains("Votre fil commence ici", "Voir les communautés", "Trouver vos collègues", "Vous présenter");
    }

    @Test
    void endsWhereOneIsUpToDateAndOlderPostsAreOneLinkAway() {
        for (int i = 0; i < 25; i++) {
            posts.publish(bruno, null, "Number " + i + ".");
        }
        var home = browser.get().uri("/").with(as(inFrench(bruno))).exchange();
        assertThat(home)
                .bodyText()
                .contains("Vous êtes à jour", "Number 24.", "Number 5.", "Vous l’avez écrit")
                .doesNotContain("Number 4.");

        var older = org.jsoup.Jsoup.parse(body(home)).select("a[rel=next]").attr("href");
        assertThat(browser.get().uri(older).with(as(bruno)))
                .bodyText()
                .contains("<html", "Number 4.", "Number 0.", "The feed begins here.")
                .doesNotContain("Number 5.");
        assertThat(browser.get().uri(older).header("Turbo-Frame", "older_x").with(as(bruno)))
                .bodyText()
                .contains("Number 4.")
                .doesNotContain("<html");
    }

    @Test
    void takesAtMostEightStatementsWithSessionAndFrame() {
        var pumps =
                communities.create(bruno, new CommunityForm("Pumps", "What for", "business", "open", true, null, null));
        for (int i = 0; i < 25; i++) {
            posts.publish(bruno, pumps, "Number " + i);
        }
        var closed = communities.create(
                bruno, new CommunityForm("Board", "What for", "business", "invitation", false, null, null));
        posts.publish(bruno, closed, "By somebody she follows, where she does not read");
        var priya = cast.priya();
        following.follow(priya, bruno.id());
        // The session is one statement more than a request of MockMvc needs.
        assertThat(StatementCount.during(
                        () -> assertThat(browser.get().uri("/").with(as(priya))).hasStatusOk()))
                .hasSizeLessThanOrEqualTo(7);
        // Once all that happened before has been heard, what she may read of it is asked, and nothing else.
        await().untilAsserted(() -> assertThat(StatementCount.during(
                        () -> assertThat(browser.get().uri("/").with(as(priya))).hasStatusOk()))
                .hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void takesOneStatementMoreForWhateverItMixes() {
        var pumps =
                communities.create(bruno, new CommunityForm("Pumps", "What for", "business", "open", true, null, null));
        var priya = cast.priya();
        memberships.enter(priya, pumps);
        var question = publish(pumps, "question", "\"title\": \"Which oil?\"");
        publish(pumps, "poll", "\"poll\": {\"options\": [\"Red\", \"Blue\"]}");
        publish(pumps, "praise", "\"praise\": {\"people\": [\"" + priya.id() + "\"], \"value\": \"1\"}");
        publish(pumps, "article", "\"title\": \"How pumps work\"");
        publish(pumps, "announcement", "\"title\": \"Closing early\"");
        posts.publish(bruno, pumps, "As here: " + here.link("/posts/" + question));
        questions.accept(bruno, comments.add(priya, question, null, "The thin one."));
        var shown = new String[] {
            "Which oil?",
            "The thin one.",
            "Blue",
            "Helping others",
            "How pumps work",
            "announced_",
            "class=\"well preview"
        };

        // The session is one more, as above.
        assertThat(StatementCount.during(() -> home(priya, shown))).hasSizeLessThanOrEqualTo(7);
        await().untilAsserted(() ->
                assertThat(StatementCount.during(() -> home(priya, shown))).hasSizeLessThanOrEqualTo(2));
    }

    private PostId publish(CommunityId place, String kind, String details) {
        var published = browser.post()
                .uri("/api/v1/communities/" + place + "/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"%s\", \"text\": \"Words of this post.\", %s}".formatted(kind, details))
                .with(as(bruno))
                .exchange();
        assertThat(published).hasStatus(201);
        return PostId.of(JsonPath.read(body(published), "$.id"));
    }

    private void home(Viewer reader, String... shown) {
        assertThat(browser.get().uri("/").with(as(reader)))
                .hasStatusOk()
                .bodyText()
                .contains(shown);
    }

    @Test
    void theWaitingCountIsABareNumberAndAnUnreadableTimeIsRefused() {
        posts.publish(cast.priya(), null, "News");

        assertThat(browser.get()
                        .uri("/feed/waiting?view=company&since=2020-01-01T00:00:00Z")
                        .with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("1");
        assertThat(browser.get()
                        .uri("/feed/waiting?view=company&since=yesterday")
                        .with(as(bruno)))
                .hasStatus(400);
    }

    @Test
    void theReasonOpensToFollowingLessInItsPlaceOrWithoutAScript() {
        var pumps =
                communities.create(bruno, new CommunityForm("Pumps", "What for", "business", "open", true, null, null));
        jdbc.sql(
                        "insert into membership (community_id, person_id, role, since) values (:place, :priya, 'member', now())")
                .param("place", pumps.value())
                .param("priya", cast.priya().id().value())
                .update();
        var post = posts.publish(cast.priya(), pumps, "In the community");
        var less = "/feed/muted/community/" + pumps;
        var why = "/posts/" + post + "/why";
        assertThat(browser.get().uri("/").with(as(inFrench(bruno)))).bodyText().contains(why, "/feed/settings");
        assertThat(browser.get().uri(why).header(Turbo.FRAME, "why").with(as(inFrench(bruno))))
                .bodyText()
                .contains("Masquer Pumps dans mon fil", less);
        assertThat(browser.get().uri(why).with(as(bruno))).hasRedirectedUrl("/feed/settings");

        assertThat(browser.put()
                        .uri(less)
                        .param("post", post.toString())
                        .accept(Turbo.STREAM)
                        .with(as(inFrench(bruno))))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"post_" + post + "_why\"", "Vous en restez membre", "Rétablir");
        assertThat(browser.get().uri("/feed/settings").with(as(inFrench(bruno))))
                .bodyText()
                .contains("Rétablir Pumps");
        assertThat(browser.delete().uri(less).with(as(bruno))).hasRedirectedUrl("/feed/settings");
        assertThat(browser.get().uri("/feed/settings").with(as(inFrench(bruno))))
                .bodyText()
                .contains("Rien n’est masqué");
    }

    @Test
    void programsReadItToo() {
        posts.publish(bruno, null, "Hello");

        assertThat(browser.get().uri("/api/v1/feed?view=for-me").with(as(inFrench(bruno))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].reason.text")
                .isEqualTo("Vous l’avez écrit");
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException never) {
            throw new java.io.UncheckedIOException(never);
        }
    }
}
