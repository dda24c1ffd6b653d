package org.parvis.links;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.parvis.platform.web.PublicAddress;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.List;

/** Links to pages of ours: a card for whoever may read what they lead to, for everybody else as to nothing. */
@ParvisTest
@Import({Linked.class, StatementCount.class})
class OwnPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    PublicAddress here;

    @Autowired
    Linked linked;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    private Viewer bruno;
    private Viewer priya;
    private CommunityId council;

    @BeforeEach
    void aCouncil() {
        bruno = cast.bruno();
        priya = cast.priya();
        council = communities.create(
                bruno, new CommunityForm("Council", "Behind doors", "business", "invitation", false, null, null));
    }

    @Test
    void whoeverReadsWhatItLeadsToHasACard() {
        var told = posts.publish(bruno, null, "The **pump** runs.\n\nAgain.");
        var card = card(
                bruno, posts.publish(priya, null, "As here: " + here.link("/posts/" + told + "?before=1#comments")));
        assertThat(card.attr("href")).isEqualTo(here.link("/posts/" + told + "?before=1#comments"));
        assertThat(card.hasAttr("rel")).isFalse();
        assertThat(card.select("strong").text()).isEqualTo("Bruno Tessier");
        assertThat(card.select(".meta").text()).isEqualTo("Post");
        assertThat(card.select("p").text()).isEqualTo("The pump runs. Again.");

        var inside = posts.publish(bruno, council, "Only here");
        jdbc.sql("update post set title = 'A title' where id = :id")
                .param("id", inside.value())
                .update();
        var titled = card(bruno, posts.publish(bruno, null, here.link("/posts/" + inside)));
        assertThat(titled.select("strong").text()).isEqualTo("A title");
        assertThat(titled.select(".meta").text()).isEqualTo("Post by Bruno Tessier · Council");
        assertThat(titled.select("p").text()).isEqualTo("Only here");

        var person = card(bruno, posts.publish(priya, null, here.link("/people/" + priya.id())));
        assertThat(person.select("strong").text()).isEqualTo("Priya Nair");
        assertThat(person.select(".meta").text()).isEqualTo("Profile");

        var place = card(bruno, posts.publish(bruno, null, here.link("/communities/" + council + "/")));
        assertThat(place.select("strong").text()).isEqualTo("Council");
        assertThat(place.select("p").text()).isEqualTo("Behind doors");
    }

    @Test
    void nobodyElseLearnsThatThereIsSomething() {
        var hidden = posts.publish(bruno, council, "zyqhidden");
        for (var page : List.of("/posts/" + hidden, "/communities/" + council)) {
            var link = posts.publish(bruno, null, here.link(page));
            var nothing = posts.publish(bruno, null, here.link(page.replaceAll("\\d+$", "99999999")));
            assertThat(linked.cards(bruno, link)).hasSize(1);
            for (var exit : List.of("/posts/", "/api/v1/posts/")) {
                assertThat(without(body(priya, exit + link), page, link))
                        .isEqualTo(without(body(priya, exit + nothing), page.replaceAll("\\d+$", "99999999"), nothing))
                        .doesNotContain("zyqhidden", "Council");
            }
            assertThat(body(priya, "/?view=company")).doesNotContain("zyqhidden", "Council");
        }

        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        var link = posts.publish(bruno, null, here.link("/posts/" + hidden));
        assertThat(linked.cards(priya, link)).hasSize(1);
        memberships.remove(bruno, council, priya.id());
        assertThat(linked.cards(priya, link)).isEmpty();
        posts.delete(bruno, hidden, null);
        assertThat(linked.cards(bruno, link)).isEmpty();
    }

    @Test
    void aGuestHasCardsOfWhatAGuestMaySee() {
        var shared =
                communities.create(bruno, new CommunityForm("Suppliers", "", "business", "request", true, null, null));
        var gil = cast.gil();
        memberships.invite(bruno, shared, gil.id());
        memberships.enter(gil, shared);
        var wall = posts.publish(bruno, null, "For colleagues");
        for (var page : List.of("/posts/" + wall, "/people/" + cast.lucia().id())) {
            var link = posts.publish(bruno, shared, here.link(page));
            assertThat(linked.cards(bruno, link)).hasSize(1);
            assertThat(linked.cards(gil, link)).isEmpty();
        }
    }

    @Test
    void nothingOfItIsKeptOrAskedFor() {
        linked.allow();
        posts.publish(bruno, null, here.link("/posts/1"));
        posts.publish(bruno, null, here.link("/files/1/256"));
        posts.publish(bruno, null, here.link("/"));
        linked.settle();
        assertThat(linked.rows()).isEmpty();
    }

    @Test
    void itsAuthorTakesItAway() {
        var told = posts.publish(bruno, null, "The pump runs.");
        var post = posts.publish(priya, null, here.link("/posts/" + told));
        assertThat(browser.delete().uri("/posts/" + post + "/preview").with(as(priya)))
                .hasStatus(303);
        assertThat(linked.cards(bruno, post)).isEmpty();
        assertThat(linked.cards(priya, post)).isEmpty();
        assertThat(linked.page(priya, "/posts/" + post)
                        .select("form[action$=/preview] button")
                        .val())
                .isEqualTo("put");
    }

    @Test
    void aPageTakesOneStatementMoreHoweverManyThereAre() {
        var told = posts.publish(bruno, null, "The pump runs.");
        for (var number = 0; number < 5; number++) {
            posts.publish(priya, null, number + " " + here.link("/posts/" + told));
            posts.publish(priya, null, number + " " + here.link("/people/" + bruno.id()));
        }
        var sent = StatementCount.during(() -> body(priya, "/?view=company"));
        assertThat(sent).filteredOn(sql -> sql.contains("post_link")).hasSize(1);
        assertThat(sent).hasSizeLessThanOrEqualTo(8);
    }

    private org.jsoup.nodes.Element card(Viewer viewer, PostId post) {
        return linked.cards(viewer, post).getFirst();
    }

    // The addresses differ, and so do the moments.
    private static String without(String body, String page, PostId post) {
        return body.replace(page, "PAGE")
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("data-live=\"\\d+\"", "")
                .replaceAll("<time[^>]*>[^<]*</time>|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "")
                .replaceAll("(?<!\\d)" + post + "(?!\\d)", "POST")
                .replaceAll("(?s)<aside.*?</aside>|<section class=\"panel\">.*?</section>", "");
    }

    private String body(Viewer viewer, String path) {
        try {
            var answer = browser.get().uri(path).with(as(viewer)).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
