package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.UUID;

@ParvisTest
class MentionedCommunitiesTests {

    @Autowired
    MockMvcTester browser;

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

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    CommunityId merger;
    CommunityId pumps;

    @BeforeEach
    void aSecretAndAnOpenPlace() {
        Tables.empty(jdbc, "post", "community");
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        merger = community("Merger [2027]", "invitation", false);
        memberships.put(bruno, merger, lucia.id(), Standing.MEMBER);
        pumps = community("Pumps and seals", "open", true);
    }

    @Test
    void communitiesComeBelowThePeople() {
        cast.person("Merle Pump", org.parvis.people.PersonKind.EMPLOYEE);

        assertThat(page(bruno, "/mentions?q=pum").replaceAll("\\s+", " "))
                .containsSubsequence("Merle Pump", "Pumps and seals", "Community")
                .contains("data-text=\"@[Pumps and seals](community:" + pumps + ")\"");
        assertThat(page(bruno, "/mentions?q=seals")).contains("Pumps and seals");
        assertThat(page(bruno, "/mentions?q=eals")).doesNotContain("Pumps and seals");
        assertThat(page(bruno, "/mentions?q=mer")).contains("Merger [2027]");
        assertThat(page(priya, "/mentions?q=mer")).doesNotContain("Merger");
        assertThat(page(cast.gil(), "/mentions?q=pum")).doesNotContain("Pumps");
        assertThat(page(bruno, "/mentions?q=%25")).doesNotContain("Pumps");
        assertThat(page(bruno, "/mentions/people?q=pum")).contains("Merle Pump").doesNotContain("Pumps");
    }

    @Test
    void whoFindsItIsTakenThereAndNobodyElseIsToldItsName() {
        var post = posts.publish(bruno, null, "Ask " + written("Merger \\[2027\\]") + " first");
        var comment = comments.add(lucia, post, null, "In " + written("Merger \\[2027\\]") + "?");

        for (var member : new Viewer[] {bruno, lucia}) {
            assertThat(posts.find(member, post).html())
                    .contains("<a class=\"mention\" href=\"/communities/" + merger + "\">Merger [2027]</a> first");
            assertThat(comments.find(member, comment).html()).contains("Merger [2027]</a>?");
        }
        assertThat(posts.find(bruno, post).excerpt()).isEqualTo("Ask @Merger [2027] first");
        assertThat(posts.find(priya, post).html()).isEqualTo("<p>Ask &#64;… first</p>\n");
        assertThat(posts.find(priya, post).excerpt()).isEqualTo("Ask @… first");
        assertThat(comments.find(priya, comment).html()).isEqualTo("<p>In &#64;…?</p>\n");
        assertThat(posts.find(priya, post).text()).isEqualTo("Ask @[](community:" + merger + ") first");
        for (var exit :
                new String[] {"/posts/" + post, "/api/v1/posts/" + post, "/?view=company", "/people/" + bruno.id()}) {
            assertThat(page(priya, exit)).as(exit).doesNotContain("Merger");
        }
        assertThat(jdbc.sql("select count(*) from notification where person_id = :lucia and kind = 'mention'")
                        .param("lucia", lucia.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void itIsCalledAsItIsCalledTodayUntilOneLeaves() {
        var post = posts.publish(bruno, null, "Ask " + written("Merger \\[2027\\]"));
        jdbc.sql("update community set name = 'Joint venture' where id = :id")
                .param("id", merger.value())
                .update();

        assertThat(posts.find(lucia, post).html()).contains("Joint venture");
        memberships.remove(bruno, merger, lucia.id());
        assertThat(posts.find(lucia, post).html()).contains("Ask &#64;…").doesNotContain("Joint");
    }

    @Test
    void whoRewordsItReadsTheNameAndKeepsNone() {
        var post = posts.publish(bruno, null, "Ask " + written("Merger \\[2027\\]"));
        assertThat(page(bruno, "/posts/" + post + "/edit"))
                .contains("Ask @[Merger \\[2027\\]](community:" + merger + ")");

        posts.edit(bruno, post, "Do ask " + written("Merger \\[2027\\]"));

        assertThat(posts.find(bruno, post).html()).contains("Do ask <a");
        assertThat(posts.history(bruno, post, Cursor.NEWEST, 20).items())
                .extracting(Version::text)
                .containsExactly("Ask @[](community:" + merger + ")");
        assertThat(page(bruno, "/posts/" + post + "/history")).contains("Ask @…");
        posts.edit(bruno, post, "Nobody to ask");
        assertThat(jdbc.sql("select count(*) from community_mention")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDraftKeepsNoNameEither() {
        var key = UUID.randomUUID();
        assertThat(browser.post()
                        .uri("/drafts")
                        .with(as(bruno))
                        .param("draft", key.toString())
                        .param("text", "Ask " + written("Merger \\[2027\\]"))
                        .param("text-fr", "Voir " + written("Merger \\[2027\\]")))
                .hasStatus(303);

        assertThat(jdbc.sql("select form::text from draft where key = :key")
                        .param("key", key)
                        .query(String.class)
                        .single())
                .contains("@[](community:")
                .doesNotContain("Merger");
        assertThat(page(bruno, "/posts/new?draft=" + key)).contains("@[Merger \\[2027\\]](community:" + merger + ")");
        assertThat(browser.post().uri("/posts/preview").with(as(bruno)).param("text", written("Any name")))
                .bodyText()
                .contains("href=\"/communities/" + merger + "\">Merger [2027]</a>");
    }

    @Test
    void whoDoesNotFindItMentionsNothing() {
        var post = posts.publish(priya, null, "A guess: " + written("my words") + ", @[](community:" + merger + ")");

        assertThat(posts.find(bruno, post).html())
                .contains("&#64;my words, &#64;…")
                .doesNotContain("/communities/" + merger);
    }

    @Test
    void emojiAreFoundInTheReadersLanguage() {
        assertThat(page(bruno, "/mentions/emoji?q=thu")).contains("data-text=\"👍\"", "thumbs up", "thumbs down");
        assertThat(page(bruno, "/mentions/emoji?q=fete")).isBlank();
        assertThat(page(Cast.inFrench(bruno), "/mentions/emoji?q=fete")).contains("🥳", "🎉", "visage festif");
        assertThat(page(Cast.inFrench(bruno), "/mentions/emoji?q=coeur").strip())
                .startsWith("<div")
                .contains("❤️");
        assertThat(page(Cast.inFrench(bruno), "/mentions/emoji?q=envers")).contains("🙃");
        assertThat(page(bruno, "/mentions/emoji?q=t")).isBlank();
        assertThat(page(bruno, "/mentions/emoji")).isBlank();
        assertThat(page(bruno, "/mentions/emoji?q=%25")).isBlank();
    }

    private String written(String name) {
        return "@[" + name + "](community:" + merger + ")";
    }

    private CommunityId community(String name, String access, boolean listed) {
        return communities.create(bruno, new CommunityForm(name, "What for", "business", access, listed, null, null));
    }

    private String page(Viewer viewer, String address) {
        var answer = browser.get().uri(address).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
