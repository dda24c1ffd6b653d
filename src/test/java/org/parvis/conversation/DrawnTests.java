package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.questions.Questions;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Whatever was drawn for others before, everybody is shown what a node shows that has nothing in memory. */
@ParvisTest
class DrawnTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    Questions questions;

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
    List<Viewer> everybody;
    CommunityId pumps;

    @BeforeEach
    void people() {
        Tables.empty(jdbc, "post", "comment", "feed_visit", "feed_muted", "community", "membership");
        bruno = cast.bruno();
        priya = cast.priya();
        everybody = List.of(bruno, priya, inFrench(priya), cast.lucia(), inFrench(bruno));
        pumps = communities.create(bruno, new CommunityForm("Pumps", "What for", "business", "open", true, null, null));
        memberships.enter(priya, pumps);
    }

    @Test
    void listsShowToEachWhatIsTheirs() {
        var plain = posts.publish(bruno, pumps, "A new seal");
        var reworded = posts.publish(priya, pumps, "A nwe valve");
        posts.edit(priya, reworded, "A new valve");
        var kept = posts.publish(bruno, null, "On my wall");
        asking(bruno, "Who has a spare?");
        reactions.put(priya, plain, Reaction.THANKS);
        reactions.put(cast.lucia(), plain, Reaction.LIKE);
        bookmarks.put(priya, kept);

        everyPageIsTheSame("/?view=company", "/communities/" + pumps, "/people/" + bruno.id());

        reactions.delete(priya, plain, Reaction.THANKS);
        bookmarks.delete(priya, kept);
        memberships.leave(priya, pumps);
        everyPageIsTheSame("/?view=company", "/communities/" + pumps);
    }

    @Test
    void threadsShowToEachWhatIsTheirs() {
        var question = asking(priya, "Who has a spare?");
        var answer = comments.add(bruno, question, null, "We have.");
        comments.add(priya, question, answer, "How many?");
        var edited = comments.add(priya, question, null, "So hvae we.");
        comments.edit(priya, edited, "So have we.");
        reactions.put(priya, answer, Reaction.THANKS);

        everyPageIsTheSame("/posts/" + question);

        questions.accept(priya, answer);
        everyPageIsTheSame("/posts/" + question);
    }

    // The second time all of it has been drawn, in every way that there is.
    private void everyPageIsTheSame(String... addresses) {
        for (int time = 0; time < 2; time++) {
            for (var address : addresses) {
                for (var viewer : everybody) {
                    // What is read while something is written comes from the database.
                    var fresh = Objects.requireNonNull(transaction.execute(status -> page(viewer, address)));
                    assertThat(page(viewer, address)).as(viewer + " " + address).isEqualTo(fresh);
                }
            }
        }
    }

    private PostId asking(Viewer viewer, String text) {
        var answer = browser.post()
                .uri("/posts")
                .with(as(viewer))
                .param("kind", "question")
                .param("community", pumps.toString())
                .param("title", text)
                .param("text", text)
                .exchange();
        var address = String.valueOf(answer.getResponse().getRedirectedUrl());
        return new PostId(Long.parseLong(address.substring(address.lastIndexOf('/') + 1)));
    }

    private String page(Viewer viewer, String address) {
        var answer = browser.get().uri(address).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .select("article")
                .outerHtml();
    }
}
