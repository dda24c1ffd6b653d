package org.parvis.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

@ParvisTest
class CoauthorsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

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
    CommunityId council;
    String key = "";

    @BeforeEach
    void aDraftInACouncil() {
        jdbc.sql("delete from draft").update();
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        council = communities.create(
                bruno,
                new CommunityForm("Council " + UUID.randomUUID(), "", "business", "invitation", true, null, null));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        key = UUID.randomUUID().toString();
        assertThat(save(bruno, 0, "Begun by Bruno", "community", council.toString()))
                .hasStatus(303);
    }

    @Test
    void whoIsInvitedWritesIsNamedAndGoesOnWriting() {
        assertThat(browser.get().uri("/drafts/" + key + "/authors?q=priya").with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .contains("Invite Priya Nair");
        assertThat(invite(bruno, priya)).hasStatus(303);
        assertThat(invite(bruno, priya)).hasStatus(303);
        await().until(() -> told(priya) == 1);
        assertThat(browser.get().uri("/notifications").with(as(priya)))
                .bodyText()
                .contains("invites you to write an article together");
        assertThat(browser.get().uri("/drafts").with(as(priya))).bodyText().contains("Together", "draft by Bruno");
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya)))
                .bodyText()
                .contains("Begun by Bruno", "Keep as a draft")
                .doesNotContain("Publish the article");
        assertThat(browser.get().uri("/posts/new").with(as(priya))).bodyText().doesNotContain("Begun by Bruno");
        assertThat(save(priya, 1, "Begun by Bruno, ended by Priya", "community", ""))
                .hasStatus(303);
        assertThat(jdbc.sql("select community_id from draft where key = :key::uuid")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isEqualTo(council.value());

        var stale = send(bruno, "/posts", 1, "Begun by Bruno, and later", "community", council.toString());
        assertThat(stale)
                .hasStatus(409)
                .bodyText()
                .contains("changed by Priya Nair", "ended by Priya", "Begun by Bruno, and later");
        var published = send(bruno, "/posts", 2, "Begun by Bruno, ended by Priya", "community", council.toString());
        assertThat(published).hasStatus(303);
        var post = new PostId(Long.parseLong(
                String.valueOf(published.getResponse().getHeader("Location")).replaceAll("\\D", "")));
        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .containsPattern("with <a class=\"plain\" href=\"/people/" + priya.id() + "\"[^>]*>Priya Nair</a>");
        assertThat(browser.get().uri("/api/v1/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("\"coauthors\":[{\"id\":\"" + priya.id() + "\",\"name\":\"Priya Nair\"}]");
        assertThat(browser.get().uri("/people/" + priya.id() + "/articles").with(as(bruno)))
                .bodyText()
                .contains("Together");
        posts.edit(priya, post, "Reworded by Priya");
        assertThat(posts.find(bruno, post).text()).isEqualTo("Reworded by Priya");
        assertThat(browser.get().uri("/posts/" + post + "/history").with(as(priya)))
                .hasStatusOk();
        assertThat(browser.delete().uri("/posts/" + post).with(as(priya)).param("reason", "Not mine"))
                .hasStatus(403);
        assertThat(browser.get().uri("/drafts").with(as(priya))).bodyText().doesNotContain("draft by Bruno");
    }

    @Test
    void nobodyElseMayDoAnythingWithIt() {
        assertThat(invite(bruno, lucia)).as("not a member").hasStatus(404);
        assertThat(invite(priya, priya)).hasStatus(404);
        assertThat(invite(bruno, priya)).hasStatus(303);
        assertThat(invite(priya, lucia)).hasStatus(403);
        assertThat(send(priya, "/posts", 1, "Mine now", "community", council.toString()))
                .hasStatus(403);
        assertThat(browser.delete().uri("/drafts/" + key).with(as(priya))).hasStatus(403);
        for (var address :
                new String[] {"/posts/new?draft=" + key, "/drafts/" + key + "/authors", "/api/v1/drafts/" + key}) {
            assertThat(browser.get().uri(address).with(as(lucia))).as(address).hasStatus(404);
        }
        assertThat(browser.delete()
                        .uri("/drafts/" + key + "/authors/" + priya.id())
                        .with(as(lucia)))
                .hasStatus(404);

        memberships.remove(bruno, council, priya.id());
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya))).hasStatus(404);
        assertThat(browser.get().uri("/drafts").with(as(priya))).bodyText().doesNotContain("draft by Bruno");
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        assertThat(browser.delete()
                        .uri("/drafts/" + key + "/authors/" + priya.id())
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya))).hasStatus(404);
        assertThat(save(priya, 1, "Typed while taken out", "community", "")).hasStatus(303);
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya)))
                .bodyText()
                .contains("Typed while taken out");
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(bruno)))
                .bodyText()
                .contains("Begun by Bruno");
    }

    @Test
    void whoeverLeavesLosesItAndOnlyArticlesAreWrittenTogether() {
        assertThat(invite(bruno, priya)).hasStatus(303);
        assertThat(browser.delete()
                        .uri("/drafts/" + key + "/authors/" + priya.id())
                        .with(as(priya)))
                .hasStatus(303)
                .hasRedirectedUrl("/drafts");
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya))).hasStatus(404);

        assertThat(save(bruno, 1, "A plain one", "community", council.toString(), "kind", "update"))
                .hasStatus(303);
        assertThat(invite(bruno, priya)).hasStatus(422);
    }

    @Test
    void onceAllHaveLeftItsFilesAreItsAuthorsAlone() {
        var plan = attach(bruno, "plan.txt");
        assertThat(save(bruno, 1, "With a plan", "community", council.toString(), "files", "" + plan))
                .hasStatus(303);
        assertThat(invite(bruno, priya)).hasStatus(303);
        assertThat(browser.delete()
                        .uri("/drafts/" + key + "/authors/" + priya.id())
                        .with(as(priya)))
                .hasStatus(303);
        assertThat(browser.get().uri("/files/" + plan).with(as(priya))).hasStatus(404);
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(bruno)))
                .bodyText()
                .contains("plan.txt");
        assertThat(send(bruno, "/posts", 2, "With a plan", "community", council.toString(), "files", "" + plan))
                .hasStatus(303);
        assertThat(browser.get().uri("/files/" + plan).with(as(priya))).hasStatusOk();
    }

    @Test
    void filesAreForAllWhoWriteIt() {
        var plan = attach(bruno, "plan.txt");
        var annex = attach(priya, "annex.txt");
        var other = attach(bruno, "other.txt");
        assertThat(save(bruno, 1, "With a plan", "community", council.toString(), "files", "" + plan))
                .hasStatus(303);
        assertThat(browser.get().uri("/files/" + plan).with(as(priya))).hasStatus(404);
        assertThat(invite(bruno, priya)).hasStatus(303);
        assertThat(browser.get().uri("/files/" + plan).with(as(priya))).hasStatusOk();
        assertThat(browser.get().uri("/files/" + plan).with(as(lucia))).hasStatus(404);
        assertThat(send(priya, "/drafts", 2, "With both", "files", "" + plan, "files", "" + annex, "files", "" + other))
                .hasStatus(303);
        assertThat(browser.get().uri("/files/" + other).with(as(priya))).hasStatus(404);
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(priya)))
                .bodyText()
                .contains("plan.txt", "annex.txt")
                .doesNotContain("other.txt");
        assertThat(browser.get().uri("/posts/new?draft=" + key).with(as(bruno)))
                .bodyText()
                .contains("plan.txt", "annex.txt")
                .doesNotContain("other.txt");

        var published = send(
                bruno,
                "/posts",
                3,
                "With both",
                "community",
                council.toString(),
                "files",
                "" + plan,
                "files",
                "" + annex);
        assertThat(published).hasStatus(303);
        var post = String.valueOf(published.getResponse().getHeader("Location"));
        assertThat(browser.get().uri(post).with(as(priya))).bodyText().contains("plan.txt", "annex.txt");
        assertThat(browser.get().uri("/files/" + annex).with(as(bruno))).hasStatusOk();
        assertThat(browser.get().uri("/files/" + annex).with(as(lucia))).hasStatus(404);
        assertThat(browser.patch()
                        .uri(post)
                        .with(as(priya))
                        .param("text", "Only the annex")
                        .param("files", "" + annex))
                .hasStatus(303);
        assertThat(browser.get().uri(post).with(as(bruno)))
                .bodyText()
                .contains("annex.txt")
                .doesNotContain("plan.txt");
    }

    private MvcTestResult save(Viewer writer, int version, String text, String... more) {
        return send(writer, "/drafts", version, text, more);
    }

    private MvcTestResult send(Viewer writer, String address, int version, String text, String... more) {
        var request = browser.post()
                .uri(address)
                .with(as(writer))
                .param("draft", key)
                .param("version", "" + version)
                .param("window", UUID.randomUUID().toString())
                .param("title", "Together")
                .param("text", text);
        var kind = "article";
        for (var at = 0; at < more.length; at += 2) {
            if (more[at].equals("kind")) kind = more[at + 1];
            else request.param(more[at], more[at + 1]);
        }
        return request.param("kind", kind).exchange();
    }

    private MvcTestResult invite(Viewer author, Viewer person) {
        return browser.post()
                .uri("/drafts/" + key + "/authors")
                .with(as(author))
                .param("person", person.id().toString())
                .exchange();
    }

    private int told(Viewer viewer) {
        return jdbc.sql("select count(*) from notification where person_id = :id and kind = 'coauthor'"
                        + " and subject_id = (select id from draft where key = :key::uuid and person_id = :bruno)")
                .param("id", viewer.id().value())
                .param("key", key)
                .param("bruno", bruno.id().value())
                .query(Integer.class)
                .single();
    }

    private long attach(Viewer owner, String name) {
        var content = name.getBytes(StandardCharsets.UTF_8);
        return attachments
                .keep(owner.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }
}
