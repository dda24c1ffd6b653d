package org.parvis.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@ParvisTest
class BlogTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    ArticleKind kind;

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
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        bruno = cast.bruno();
        priya = cast.priya();
        council = communities.create(
                bruno,
                new CommunityForm("Council " + UUID.randomUUID(), "", "business", "invitation", true, null, null));
    }

    @Test
    void aBlogIsItsArticlesPageByPage() {
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        posts.publish(bruno, council, "No article");
        IntStream.rangeClosed(1, 21).forEach(n -> publish(council, "Article " + n));

        var first = page(priya, "/communities/" + council + "/articles");
        assertThat(first.select("article.post")).hasSize(20);
        assertThat(first.select("article.post h2").getFirst().text()).isEqualTo("Article 21");
        assertThat(first.text()).doesNotContain("No article");
        var older = first.select("a[href*=before=]").attr("href");
        assertThat(page(priya, older).select("article.post h2").eachText()).containsExactly("Article 1");
        assertThat(page(priya, "/people/" + bruno.id() + "/articles").text()).contains("Article 21");
        assertThat(page(cast.lucia(), "/people/" + bruno.id() + "/articles").text())
                .doesNotContain("Article 21");
        assertThat(browser.get().uri("/communities/" + council + "/articles").with(as(cast.lucia())))
                .hasStatus(404);
    }

    @Test
    void aFeedShowsWhatItsSubscriberMayReadNow() {
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        var article = publish(council, "Pumps & <seals>");
        var address = subscribe(priya, "/communities/" + council + "/articles");

        var answer = browser.get().uri(address).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getResponse().getContentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        var feed = atom(answer);
        assertThat(feed.select("feed > id, feed > title, feed > updated")).hasSize(3);
        var entry = feed.select("entry").getFirst();
        assertThat(entry.select("title").text()).isEqualTo("Pumps & <seals>");
        assertThat(entry.select("summary").text()).isEqualTo("It begins 🦭 here & <b>there</b>.");
        assertThat(entry.select("author > name").text()).isEqualTo("Bruno Tessier");
        assertThat(entry.select("id").text()).endsWith("/posts/" + article).startsWith("http");
        assertThat(entry.select("link[rel=alternate]").attr("href")).endsWith("/posts/" + article);
        assertThat(OffsetDateTime.parse(entry.select("updated").text())).isNotNull();
        assertThat(OffsetDateTime.parse(feed.select("feed > updated").text())).isNotNull();
        assertThat(feed.text()).doesNotContain("the end");

        memberships.remove(bruno, council, priya.id());
        assertThat(browser.get().uri(address)).hasStatus(404);
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        assertThat(browser.get().uri(address)).hasStatusOk();
        posts.delete(bruno, article, null);
        assertThat(atom(browser.get().uri(address).exchange()).select("entry")).isEmpty();
    }

    @Test
    void aPersonsFeedHoldsWhatOneMayReadOfThem() {
        publish(council, "Behind doors");
        publish(null, "On my wall");
        var address = subscribe(priya, "/people/" + bruno.id() + "/articles");
        assertThat(atom(browser.get().uri(address).exchange())
                        .select("entry > title")
                        .eachText())
                .contains("On my wall")
                .doesNotContain("Behind doors");
    }

    @Test
    void anAddressIsReplacedTakenBackAndEndsWithTheAccount() {
        var youssef = cast.youssef();
        var blog = "/people/" + bruno.id() + "/articles";
        var first = subscribe(youssef, blog);
        var second = subscribe(youssef, blog);
        assertThat(browser.get().uri(first)).hasStatus(404);
        assertThat(browser.get().uri(second)).hasStatusOk();
        assertThat(jdbc.sql("select encode(token_hash, 'escape') from blog_feed")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> second.contains(hash));

        assertThat(browser.delete().uri(blog + "/feed").with(as(youssef))).hasStatus(303);
        assertThat(browser.delete().uri(blog + "/feed").with(as(youssef))).hasStatus(303);
        assertThat(browser.get().uri(second)).hasStatus(404);

        var third = subscribe(youssef, blog);
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", youssef.id().value())
                .update();
        assertThat(browser.get().uri(third)).hasStatus(404);
        jdbc.sql("update person set state = 'active' where id = :id")
                .param("id", youssef.id().value())
                .update();
    }

    private String subscribe(Viewer viewer, String blog) {
        var answer = browser.post()
                .uri(blog + "/feed")
                .with(as(viewer))
                .accept("text/html")
                .exchange();
        assertThat(answer).hasStatusOk();
        var address = page(answer).select("[data-copy-text-value]").attr("data-copy-text-value");
        return address.substring(address.indexOf("/feeds/"));
    }

    private PostId publish(@Nullable CommunityId community, String title) {
        var text = "It begins 🦭 here & \\<b>there\\</b>.\n\nMore.\n\nthe end";
        return posts.publish(bruno, community, new Submission<>(kind, title, text, List.of(), new ArticleDraft(null)));
    }

    private static Document atom(MvcTestResult answer) {
        return Jsoup.parse(body(answer), "", Parser.xmlParser());
    }

    private Document page(Viewer viewer, String address) {
        var answer = browser.get().uri(address).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return page(answer);
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(body(answer));
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
