package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;

@ParvisTest
class PostPagesTests {

    @Autowired
    MockMvcTester browser;

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
    Cast cast;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
    }

    @Test
    void publishingLeadsToThePost() {
        var answer = browser.post()
                .uri("/posts")
                .with(as(bruno))
                .param("community", "")
                .param("text", "The pump **runs** again.")
                .exchange();

        assertThat(answer).hasStatus(303).redirectedUrl().startsWith("/posts/");
        assertThat(browser.get()
                        .uri(String.valueOf(answer.getResponse().getRedirectedUrl()))
                        .with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>runs</strong>", "Post by Bruno Tessier", "Readable by every employee");
    }

    @Test
    void whatCannotBePublishedStaysInTheForm() {
        var tooLong = "x".repeat(40_001);

        assertThat(browser.post().uri("/posts").with(as(bruno)).param("text", tooLong))
                .hasStatus(422)
                .bodyText()
                .contains(tooLong, "1 character too many");
        assertThat(browser.post().uri("/posts").with(as(inFrench(bruno))).param("text", "  "))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"");
    }

    @Test
    void inPlaceANewPostComesToTheTopOfTheFeed() {
        var pumps = community("open");

        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("inPlace", "true")
                        .param("here", "true")
                        .param("community", pumps.toString())
                        .param("text", "New seals are here."))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(Turbo.STREAM)
                .bodyText()
                .contains("action=\"prepend\" target=\"feed\"", "New seals are here.", "target=\"composer\"");
    }

    @Test
    void aCommunityShowsItsPostsAndTheWayToWrite() {
        var pumps = community("open");
        posts.publish(bruno, pumps, "Who has a spare seal?");

        assertThat(browser.get().uri("/communities/{id}", pumps.value()).with(as(bruno)))
                .bodyText()
                .contains("Who has a spare seal?", "/posts/new?community=" + pumps);
        assertThat(browser.get().uri("/communities/{id}", pumps.value()).with(as(priya)))
                .bodyText()
                .contains("Who has a spare seal?")
                .doesNotContain("/posts/new?community=");
    }

    @Test
    void guestsAndStrangersFindNoSheetToWriteOn() {
        var quality = community("request");

        var guest = cast.person("Gesa Guest", PersonKind.GUEST);
        assertThat(browser.get().uri("/posts/new").with(as(guest))).hasStatus(403);
        assertThat(browser.get()
                        .uri("/posts/new?community={id}", quality.value())
                        .with(as(priya)))
                .hasStatus(403);
    }

    @Test
    void aPreviewPublishesNothing() {
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(bruno))
                        .accept(Turbo.STREAM)
                        .param("text", "*Soon*"))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"preview\"", "<em>Soon</em>");
        assertThat(browser.post().uri("/posts/preview").with(as(bruno)).param("text", "*Soon*"))
                .hasStatusOk()
                .bodyText()
                .contains("<em>Soon</em>", "*Soon*");
    }

    @Test
    void aPreviewShowsWhomAndWhatItNames() {
        var quality = community("request");
        var text = "Ask @[Priya N](person:%s) about #pumps".formatted(priya.id());

        assertThat(browser.post().uri("/posts/preview").with(as(bruno)).param("text", text))
                .bodyText()
                .contains("href=\"/people/" + priya.id() + "\">Priya Nair</a>", "href=\"/topics/pumps\"");
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .accept(Turbo.STREAM)
                        .with(as(bruno))
                        .param("community", quality.toString())
                        .param("text", text))
                .hasStatusOk()
                .bodyText()
                .contains("&#64;Priya N")
                .doesNotContain("href=\"/people/" + priya.id());
        var pumps = community("open");
        memberships.invite(bruno, pumps, cast.gil().id());
        memberships.enter(cast.gil(), pumps);
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(cast.gil()))
                        .param("community", pumps.toString())
                        .param("text", text))
                .hasStatusOk()
                .bodyText()
                .contains("&#64;Priya N")
                .doesNotContain("Priya Nair");
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .accept(Turbo.STREAM)
                        .with(as(priya))
                        .param("community", quality.toString())
                        .param("text", text))
                .hasStatus(403);
    }

    @Test
    void allThatSomebodyWroteIsOneLinkAwayFromTheirProfile() {
        var quality = community("request");
        for (var number = 10; number < 32; number++) {
            posts.publish(lucia, null, "Note " + number);
        }
        memberships.put(bruno, quality, lucia.id(), org.parvis.communities.Standing.MEMBER);
        posts.publish(lucia, quality, "Only for us");
        var address = "/people/" + lucia.id() + "/posts";

        assertThat(browser.get().uri("/people/" + lucia.id()).with(as(priya)))
                .bodyText()
                .contains("href=\"" + address + "\"");
        assertThat(browser.get().uri(address).with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("Note 31", "Note 12", address + "?before=")
                .doesNotContain("Note 11", "Only for us");
        assertThat(browser.get().uri(address).with(as(cast.gil()))).hasStatus(404);
    }

    @Test
    void rewordingIsForTheAuthorAndInPlace() {
        var id = posts.publish(bruno, null, "28 Nm");

        assertThat(browser.get().uri("/posts/{id}/edit", id.value()).with(as(priya)))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/posts/{id}", id.value())
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("_method", "patch")
                        .param("text", "32 Nm"))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"post_" + id + "_text\"", "32 Nm", "edited");
        assertThat(browser.get().uri("/posts/{id}/history", id.value()).with(as(bruno)))
                .bodyText()
                .contains(
                        "<span class=\"vh\">removed: </span>28</del>", "<span class=\"vh\">added: </span>32</ins> Nm");
        assertThat(browser.get().uri("/posts/{id}/history", id.value()).with(as(priya)))
                .hasStatus(403);
        assertThat(browser.patch()
                        .uri("/posts/{id}", id.value())
                        .with(as(bruno))
                        .param("text", "a\0b"))
                .hasStatus(422)
                .bodyText()
                .contains("NUL");
    }

    @Test
    void anOwnerSaysWhyAPostIsTakenAway() {
        var pumps = community("open");
        memberships.enter(priya, pumps);
        var id = posts.publish(priya, pumps, "Off topic");

        assertThat(browser.get().uri("/posts/{id}/delete", id.value()).with(as(bruno)))
                .bodyText()
                .contains("Why are you removing it", "Priya Nair");
        assertThat(browser.delete()
                        .uri("/posts/{id}", id.value())
                        .with(as(bruno))
                        .param("reason", " "))
                .hasStatus(422);
        assertThat(browser.delete()
                        .uri("/posts/{id}", id.value())
                        .with(as(bruno))
                        .param("reason", "It belongs elsewhere."))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/communities/" + pumps);
        assertThat(browser.get().uri("/posts/{id}", id.value()).with(as(priya))).hasStatus(404);
    }

    @Test
    void reactingChangesTheBarAlone() {
        var id = posts.publish(bruno, null, "Done.");

        for (var press = 0; press < 2; press++) {
            assertThat(browser.post()
                            .uri("/posts/{id}/reactions/bravo", id.value())
                            .with(as(priya))
                            .accept(Turbo.STREAM, "text/html")
                            .param("_method", "put"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("target=\"post_" + id + "_bar\"", "1 reaction")
                    .doesNotContain("Done.");
        }
        assertThat(browser.get().uri("/posts/{id}/reactions", id.value()).with(as(bruno)))
                .bodyText()
                .contains("Priya Nair", "Bravo");
        assertThat(browser.delete()
                        .uri("/posts/{id}/reactions/bravo", id.value())
                        .with(as(priya)))
                .hasStatus(303);
        assertThat(posts.find(bruno, id).reactions().total()).isZero();
        assertThat(browser.put().uri("/posts/{id}/reactions/wow", id.value()).with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void theLongestThreadTakesEightStatementsAtMost() {
        var quality = community("request");
        var id = posts.publish(bruno, quality, "Long talk");
        for (var number = 0; number < 30; number++) {
            var comment = comments.add(bruno, id, null, "Comment " + number);
            comments.add(bruno, id, comment, "Reply " + number);
            reactions.put(bruno, comment, Reaction.LIKE);
        }
        browser.get().uri("/communities").with(as(bruno)).exchange();

        // The session's statement is not sent here: MockMvc signs in by itself.
        assertThat(StatementCount.during(
                        () -> browser.get().uri("/posts/" + id).with(as(bruno)).exchange()))
                .hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void aTopicGathersWhatTheViewerMayRead() {
        var quality = community("request");
        posts.publish(bruno, null, "About #Étanchéité");
        posts.publish(bruno, quality, "Secret #étanchéité");
        posts.publish(bruno, quality, "Only here #Projet9x");

        assertThat(browser.get().uri("/topics/{name}", "etancheite").with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("#Étanchéité", "1 post")
                .doesNotContain("Secret");
        assertThat(browser.get().uri("/topics/projet9x").with(as(priya))).hasStatus(404);
        assertThat(browser.post().uri("/topics/projet9x/follow").with(as(priya)))
                .hasStatus(404);
        assertThat(browser.post().uri("/topics/{name}/follow", "étanchéité").with(as(priya)))
                .hasStatus(303);
        assertThat(browser.get().uri("/topics/etancheite").with(as(priya)))
                .bodyText()
                .contains("aria-pressed=\"true\"");
        assertThat(browser.delete().uri("/topics/etancheite/follow").with(as(priya)))
                .hasStatus(303);
    }

    @Test
    void mentionsAreCompletedWithReadersOnly() {
        var quality = community("request");
        var id = posts.publish(bruno, quality, "Only for us");
        memberships.put(bruno, quality, lucia.id(), org.parvis.communities.Standing.MEMBER);

        assertThat(mentions(bruno, "post=" + id)).contains("Lucía Moreno").doesNotContain("Priya", "Gil Martin");
        assertThat(mentions(bruno, "post=" + id + "&q=more")).contains("@[Lucía Moreno](person:" + lucia.id() + ")");
        assertThat(mentions(bruno, "q=nai")).contains("Priya Nair").doesNotContain("Gil");
        cast.gil();
        assertThat(mentions(bruno, "q=gil")).doesNotContain("Gil");
        assertThat(mentions(cast.gil(), "q=pri")).doesNotContain("Priya");
        assertThat(browser.get().uri("/mentions?post=" + id).with(as(priya))).hasStatus(404);
        assertThat(browser.get().uri("/mentions?community=" + quality.value()).with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void aNameIsCompletedByTheBeginningOfAnyOfItsWords() {
        cast.person("Jean-Luc d’Almeida", PersonKind.EMPLOYEE);

        for (var typed : List.of("jean-l", "luc", "almei", "d'alm", "Luc jean", "JEAN LUC ALMÉIDA")) {
            assertThat(browser.get().uri("/mentions").param("q", typed).with(as(bruno)))
                    .as(typed)
                    .bodyText()
                    .contains("Jean-Luc d’Almeida");
        }
        for (var typed : List.of("uc", "meida", "luca", "%")) {
            assertThat(browser.get().uri("/mentions").param("q", typed).with(as(bruno)))
                    .as(typed)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Jean-Luc");
        }
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        var name = "<img src=x onerror=alert(1)> \"'";
        var author = cast.person("Eve " + name, PersonKind.EMPLOYEE);
        var place = communities.create(
                author, new CommunityForm("<script>alert(1)</script>", "", "business", "open", true, null, null));
        var id = posts.publish(author, place, "<script>alert(2)</script> [x](javascript:alert(3))");
        comments.add(author, id, null, "<svg onload=alert(4)>");
        reactions.put(author, id, Reaction.IDEA);

        for (var path : new String[] {"/posts/" + id, "/posts/" + id + "/reactions", "/communities/" + place}) {
            assertThat(browser.get().uri(path).with(as(bruno)))
                    .bodyText()
                    .doesNotContain("<img src=x", "<script>alert", "<svg onload", "href=\"javascript");
        }
        assertThat(mentions(bruno, "q=eve")).doesNotContain("<img src=x");
    }

    private String mentions(Viewer viewer, String query) {
        var answer = browser.get().uri("/mentions?" + query).with(as(viewer)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private CommunityId community(String access) {
        return communities.create(
                bruno, new CommunityForm("A place", "What for", "business", access, true, null, null));
    }
}
