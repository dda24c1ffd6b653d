package org.parvis.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.BroughtPost;
import org.parvis.conversation.PastConversations;
import org.parvis.conversation.Posts;
import org.parvis.journal.JournalStream;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.SharedData;
import org.parvis.testing.Site;
import org.parvis.testing.Site.Says;
import org.parvis.testing.StatementCount;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What becomes of the links in posts: asked once, shown to readers, kept from everybody else. */
@ParvisTest
@Import({Linked.class, StatementCount.class})
class LinkPreviewsTests {

    private static final String PUMP = """
            <html><head><title>Not this one</title>
            <meta property="og:title" content="The pump of the year">
            <meta property="og:description" content="Quiet &amp; quick">
            <meta property="og:site_name" content="Pump World">
            <meta property="og:image" content="/pump.png">
            </head><body><p>Words</p></body></html>
            """;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    PastConversations past;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    @Autowired
    Linked linked;

    @Autowired
    Links links;

    @Autowired
    LinkReader reader;

    @Autowired
    LinkFetching fetching;

    @Autowired
    JournalStream journal;

    @Autowired
    JdbcClient jdbc;

    private final Site site = new Site();
    private Viewer bruno;
    private Viewer priya;

    @BeforeEach
    void aSite() throws IOException {
        bruno = cast.bruno();
        priya = cast.priya();
        linked.read();
        Tables.empty(jdbc, "post_link_removal", "post_link", "link");
        jdbc.sql("delete from file where place_kind = 'link'").update();
        site.at("/pump", Says.page(PUMP)).at("/pump.png", Says.bytes("image/png", picture()));
        linked.allow(site);
    }

    @AfterEach
    void close() {
        linked.read();
        site.close();
    }

    @Test
    void aLinkBecomesACard() {
        var post = posts.publish(bruno, null, "Look: " + site.url("/pump#quiet") + ", all of you");
        assertThat(linked.cards(priya, post)).isEmpty();

        linked.settle();

        var card = linked.cards(priya, post).getFirst();
        assertThat(card.attr("href")).isEqualTo(site.url("/pump#quiet"));
        assertThat(card.attr("rel")).isEqualTo("nofollow noopener noreferrer");
        assertThat(card.select(".meta").text()).isEqualTo("Pump World · 127.0.0.1");
        assertThat(card.select("strong").text()).isEqualTo("The pump of the year");
        assertThat(card.select("p").text()).isEqualTo("Quiet & quick");
        var picture = card.select("img").attr("src");
        assertThat(picture).matches("/files/\\d+/256");
        assertThat(get(priya, picture)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(linked.page(priya, "/?view=company").select("#post_" + post + " .preview"))
                .hasSize(1);
        assertThat(browser.get().uri("/api/v1/posts/" + post).with(as(priya)))
                .bodyJson()
                .extractingPath("$.preview")
                .asMap()
                .containsEntry("url", site.url("/pump#quiet"))
                .containsEntry("title", "The pump of the year")
                .containsEntry("description", "Quiet & quick")
                .containsEntry("site", "Pump World · 127.0.0.1")
                .containsEntry("image", picture);
        assertThat(site.visits()).containsExactly("/pump", "/pump.png");
    }

    @Test
    void aPostWithoutALinkHasNone() {
        var post = posts.publish(
                bruno,
                null,
                "`" + site.url("/pump") + "`\n\n    " + site.url("/pump") + "\n\n```\n" + site.url("/pump")
                        + "\n```\n\n<" + "a@example.org>");

        linked.settle();

        assertThat(linked.cards(priya, post)).isEmpty();
        assertThat(browser.get().uri("/api/v1/posts/" + post).with(as(priya)))
                .bodyJson()
                .extractingPath("$.preview")
                .isNull();
        assertThat(site.visits()).isEmpty();
    }

    @Test
    void anAddressIsAskedForOnceForAllWhoNameIt() {
        var one = posts.publish(bruno, null, site.url("/pump"));
        linked.settle();
        var two = posts.publish(priya, null, "The same: [pump](" + site.url("/pump#again") + ")");
        linked.settle();

        assertThat(linked.cards(priya, one)).hasSize(1);
        assertThat(linked.cards(priya, two)).hasSize(1);
        assertThat(site.visits()).containsExactly("/pump", "/pump.png");

        linked.later("8 days");
        linked.settle();
        assertThat(site.visits()).hasSize(2);
        site.at("/pump", Says.page(PUMP.replace("of the year", "of last year").replace("/pump.png", "")));
        posts.publish(bruno, null, "Once more " + site.url("/pump"));
        linked.settle();
        assertThat(linked.cards(priya, one).getFirst().text()).contains("The pump of last year");
        assertThat(linked.cards(priya, one).getFirst().select("img")).isEmpty();
        assertThat(jdbc.sql("select count(*) from file where place_kind = 'link'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCardFollowsTheTextAtOnce() {
        site.at("/valve", Says.page("<title>A valve</title>"));
        var post = posts.publish(bruno, null, "Look: " + site.url("/pump"));
        linked.settle();

        posts.edit(bruno, post, "Look closely: " + site.url("/pump"));
        assertThat(linked.cards(priya, post)).hasSize(1);
        posts.edit(bruno, post, site.url("/valve") + " rather than " + site.url("/pump"));
        assertThat(linked.cards(priya, post)).isEmpty();
        linked.settle();
        assertThat(linked.cards(priya, post).getFirst().select("strong").text()).isEqualTo("A valve");
        posts.edit(bruno, post, "Nothing to see");
        assertThat(linked.cards(priya, post)).isEmpty();
        linked.settle();
        assertThat(jdbc.sql("select count(*) from post_link").query(Long.class).single())
                .isZero();
    }

    @Test
    void itsAuthorTakesItAwayAndPutsItBack() {
        var post = posts.publish(bruno, null, "Look: " + site.url("/pump"));
        linked.settle();
        var picture = linked.cards(priya, post).getFirst().select("img").attr("src");
        assertThat(linked.page(priya, "/posts/" + post).select("form[action$=/preview]"))
                .isEmpty();
        assertThat(linked.page(bruno, "/posts/" + post)
                        .select("form[action=/posts/" + post + "/preview] button")
                        .val())
                .isEqualTo("delete");
        assertThat(browser.delete().uri("/posts/" + post + "/preview").with(as(priya)))
                .hasStatus(403);

        for (var time = 0; time < 2; time++) {
            assertThat(browser.post()
                            .uri("/posts/" + post + "/preview")
                            .param("_method", "delete")
                            .with(as(bruno)))
                    .hasStatus(303)
                    .hasHeader("Location", "/posts/" + post);
        }
        for (var reader : List.of(bruno, priya)) {
            assertThat(linked.cards(reader, post)).isEmpty();
        }
        assertThat(get(priya, picture)).hasStatus(404);
        posts.edit(bruno, post, "Look again: " + site.url("/pump"));
        linked.settle();
        assertThat(linked.cards(priya, post)).isEmpty();

        var back = browser.put()
                .uri("/posts/" + post + "/preview")
                .header("Accept", Turbo.STREAM)
                .with(as(bruno));
        assertThat(back).hasStatusOk().bodyText().contains("class=\"well preview\"");
        assertThat(linked.cards(priya, post)).hasSize(1);
        assertThat(get(priya, picture)).hasStatusOk();
        assertThat(browser.delete().uri("/api/v1/posts/" + post + "/preview").with(as(bruno)))
                .hasStatus(204);
        assertThat(linked.cards(priya, post)).isEmpty();
        assertThat(browser.put().uri("/api/v1/posts/" + post + "/preview").with(as(priya)))
                .hasStatus(403);
        assertThat(browser.put().uri("/api/v1/posts/" + post + "/preview").with(as(bruno)))
                .hasStatus(204);
        assertThat(linked.cards(priya, post)).hasSize(1);
    }

    @Test
    void nothingIsLeftOfADeletedPost() {
        var post = posts.publish(bruno, null, "Look: " + site.url("/pump"));
        linked.settle();
        var picture = linked.cards(priya, post).getFirst().select("img").attr("src");

        posts.delete(bruno, post, null);

        assertThat(get(priya, picture)).hasStatus(404);
        assertThat(get(bruno, picture)).hasStatus(404);
        linked.settle();
        links.sweep();
        assertThat(linked.rows()).hasSize(1);
        jdbc.sql("update link set asked_at = asked_at - interval '2 days'").update();
        jdbc.sql("update file set created_at = created_at - interval '2 days' where place_kind = 'link'")
                .update();
        links.sweep();
        assertThat(linked.rows()).isEmpty();
        assertThat(jdbc.sql("select count(*) from file where place_kind = 'link'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aSiteThatFailsIsAskedThriceAndStaysAPlainLink() {
        site.at("/pump", Says.status(503));
        var post = posts.publish(bruno, null, "Look: " + site.url("/pump"));
        linked.settle();
        assertThat(site.visits()).hasSize(1);
        for (var tries = 2; tries <= 5; tries++) {
            linked.later("2 hours");
            linked.settle();
        }

        assertThat(site.visits()).containsExactly("/pump", "/pump", "/pump");
        assertThat(linked.cards(priya, post)).isEmpty();
        assertThat(linked.rows().getFirst()).containsEntry("next_try_at", null).containsEntry("tries", 3);

        site.at("/pump", Says.page(PUMP));
        posts.publish(priya, null, "And now? " + site.url("/pump"));
        linked.settle();
        assertThat(linked.cards(priya, post)).isEmpty();
        linked.later("2 days");
        posts.publish(priya, null, "And today? " + site.url("/pump"));
        linked.settle();
        assertThat(linked.cards(priya, post)).hasSize(1);
    }

    @Test
    void aPassingFailureTakesNothingAway() {
        var post = posts.publish(bruno, null, site.url("/pump"));
        linked.settle();
        site.at("/pump", Says.status(500));
        linked.later("8 days");
        posts.publish(priya, null, site.url("/pump"));
        for (var tries = 1; tries <= 3; tries++) {
            linked.settle();
            linked.later("1 day");
        }

        assertThat(site.visits()).hasSize(5);
        assertThat(linked.cards(priya, post)).hasSize(1);

        site.at("/pump", Says.status(410));
        linked.later("8 days");
        posts.publish(priya, null, site.url("/pump") + " once more");
        linked.settle();
        assertThat(linked.cards(priya, post)).isEmpty();
    }

    @Test
    void whatIsNoPageIsAPlainLink() throws IOException {
        site.at("/picture", Says.bytes("image/png", picture()))
                .at("/silent", Says.page("<p>No title</p>"))
                .at("/invisible", Says.page("<title>\u200B\u2060</title>"))
                .at("/none", Says.status(404))
                .at("/forbidden", Says.status(403));
        for (var path : List.of("/picture", "/silent", "/invisible", "/none", "/forbidden")) {
            var post = posts.publish(bruno, null, site.url(path));
            linked.settle();
            assertThat(linked.cards(priya, post)).as(path).isEmpty();
        }
        assertThat(site.visits()).hasSize(5);
    }

    @Test
    void aPictureThatIsNoneIsLeftOut() throws IOException {
        var bomb = Files.readAllBytes(SharedData.file("attacks/files/png-ok-64x64.png"));
        site.at("/svg", Says.bytes("image/svg+xml", "<svg onload=\"alert(1)\"/>".getBytes()))
                .at("/html", Says.bytes("image/png", "<script>alert(1)</script>".getBytes()))
                .at("/heavy", Says.bytes("image/png", Arrays.copyOf(bomb, 6 * 1024 * 1024)));
        for (var picture : List.of(
                "/svg",
                "/html",
                "/heavy",
                "/missing",
                "data:image/png;base64,AAAA",
                "javascript:alert(1)",
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:" + (site.port() == 1 ? 2 : 1) + "/")) {
            var path = "/page" + picture.hashCode();
            site.at(path, Says.page(PUMP.replace("/pump.png", picture)));
            var post = posts.publish(bruno, null, site.url(path));
            linked.settle();
            var card = linked.cards(priya, post).getFirst();
            assertThat(card.select("img")).as(picture).isEmpty();
            assertThat(card.select("strong").text()).as(picture).isEqualTo("The pump of the year");
        }
    }

    @Test
    void nobodyIsLedInside() {
        try (var inside = new Site()) {
            inside.at("/", Says.page("<title>Secret</title>")).at("/secret.png", Says.page(""));
            site.at("/away", Says.elsewhere(302, inside.url("/")));
            site.at("/shown", Says.page(PUMP.replace("/pump.png", inside.url("/secret.png"))));
            var away = posts.publish(bruno, null, site.url("/away"));
            var straight = posts.publish(bruno, null, inside.url("/"));
            posts.publish(bruno, null, site.url("/shown"));
            linked.settle();

            assertThat(linked.cards(priya, away)).isEmpty();
            assertThat(linked.cards(priya, straight)).isEmpty();
            assertThat(inside.visits()).isEmpty();
        }
    }

    @Test
    void whileItIsSwitchedOffNobodyIsAskedAndNothingShown() {
        var before = posts.publish(bruno, null, site.url("/pump"));
        linked.settle();
        linked.switchOff();
        var meanwhile = posts.publish(bruno, null, site.url("/valve"));
        linked.read();
        fetching.fetch();

        assertThat(linked.cards(priya, before)).isEmpty();
        assertThat(linked.cards(priya, meanwhile)).isEmpty();
        assertThat(site.visits()).hasSize(2);
        linked.allow(site);
        assertThat(linked.cards(priya, before)).hasSize(1);
    }

    @Test
    void whatIsBroughtInFromThePastIsNotAskedFor() {
        var said = new BroughtPost(
                "1", BroughtPost.State.WRITTEN, bruno.id(), null, site.url("/pump"), Instant.EPOCH, null, List.of());
        past.write("links", List.of(said), List.of());
        linked.settle();

        assertThat(linked.rows()).isEmpty();
        assertThat(site.visits()).isEmpty();
    }

    @Test
    void doingItTwiceChangesNothing() {
        var before = journal.newest();
        var post = posts.publish(bruno, null, site.url("/pump"));
        linked.settle();
        var known = linked.rows();

        reader.read(journal.read(before, 100));
        fetching.fetch();

        assertThat(linked.rows()).isEqualTo(known);
        assertThat(site.visits()).hasSize(2);
        assertThat(linked.cards(priya, post)).hasSize(1);
    }

    /** Whoever takes a link and is killed has tried it; somebody else does when its time has come. */
    @Test
    void whatWasTakenAndNotDoneIsTakenAgainLater() {
        var post = posts.publish(bruno, null, site.url("/pump"));
        linked.switchOff();
        linked.read();
        linked.allow(site);
        var due = links.take(10);
        // The job of this process may have been faster; then there is nothing to take over.
        if (!due.isEmpty()) {
            assertThat(due).hasSize(1);
            assertThat(links.take(10)).isEmpty();
        }
        linked.later("1 hour");
        linked.settle();
        assertThat(linked.cards(priya, post)).hasSize(1);
    }

    @Test
    void aPictureIsForWhoeverMayReadAPostThatShowsIt() {
        var council =
                communities.create(bruno, new CommunityForm("Council", "", "business", "invitation", true, null, null));
        var post = posts.publish(bruno, council, site.url("/pump"));
        linked.settle();
        var picture = linked.cards(bruno, post).getFirst().select("img").attr("src");

        assertThat(get(priya, picture)).hasStatus(404);
        assertThat(browser.get().uri(picture))
                .doesNotHave(new org.assertj.core.api.Condition<>(
                        answer -> answer.getResponse().getStatus() == 200, "shown to a visitor"));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        assertThat(get(priya, picture)).hasStatusOk().hasHeader("Cache-Control", "private, no-store");
        memberships.remove(bruno, council, priya.id());
        assertThat(get(priya, picture)).hasStatus(404);
        posts.publish(priya, null, "I found it too " + site.url("/pump"));
        linked.settle();
        assertThat(get(priya, picture)).hasStatusOk();
    }

    @Test
    void aPageTakesOneStatementMoreAndWithoutLinksNone() {
        var place = communities.create(bruno, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        posts.publish(bruno, place, "Without a link");
        assertThat(statements("/communities/" + place)).noneMatch(sql -> sql.contains("post_link"));
        for (var number = 0; number < 5; number++) {
            posts.publish(bruno, place, site.url("/pump?" + number));
        }
        assertThat(statements("/communities/" + place))
                .filteredOn(sql -> sql.contains("post_link"))
                .hasSize(1);
    }

    private List<String> statements(String path) {
        return StatementCount.during(() -> assertThat(get(priya, path)).hasStatusOk());
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return browser.get().uri(path).with(as(viewer)).exchange();
    }

    private static byte[] picture() throws IOException {
        return Files.readAllBytes(SharedData.file("attacks/files/png-ok-64x64.png"));
    }
}
