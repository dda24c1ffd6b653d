package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@ParvisTest
class CommentPagesTests {

    private static final String MISSING = "9223372036854775807";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

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
    void aCommentLeadsBackToItsPlace() {
        var post = posts.publish(bruno, null, "How do you store seals?");

        var answer = browser.post()
                .uri("/posts/{id}/comments", post.value())
                .with(as(priya))
                .param("text", "Flat.")
                .exchange();

        assertThat(answer).hasStatus(303).redirectedUrl().startsWith("/comments/");
        assertThat(browser.get()
                        .uri(String.valueOf(answer.getResponse().getRedirectedUrl()))
                        .with(as(priya)))
                .hasStatus(303)
                .redirectedUrl()
                .startsWith("/posts/" + post + "#comment_");
    }

    @Test
    void inPlaceACommentComesToTheEndAndTheCountFollows() {
        var post = posts.publish(bruno, null, "How do you store seals?");

        assertThat(browser.post()
                        .uri("/posts/{id}/comments", post.value())
                        .with(as(priya))
                        .accept(Turbo.STREAM, "text/html")
                        .param("inPlace", "true")
                        .param("text", "Flat."))
                .hasStatusOk()
                .bodyText()
                .contains("action=\"append\" target=\"comments_of_" + post + "\"", "Flat.", "1 comment");
    }

    @Test
    void aCommentThatCannotBeTakenStaysInItsForm() {
        var post = posts.publish(bruno, null, "How do you store seals?");
        var first = comments.add(bruno, post, null, "Flat.");
        var tooLong = "y".repeat(10_001);

        assertThat(browser.post()
                        .uri("/posts/{id}/comments", post.value())
                        .with(as(priya))
                        .param("text", tooLong))
                .hasStatus(422)
                .bodyText()
                .contains(tooLong);
        assertThat(browser.post()
                        .uri("/posts/{id}/comments", post.value())
                        .with(as(priya))
                        .accept(Turbo.STREAM, "text/html")
                        .param("inPlace", "true")
                        .param("replyTo", first.toString())
                        .param("text", tooLong))
                .hasStatus(422)
                .bodyText()
                .contains(tooLong, "target=\"comment_" + first + "_form\"");
    }

    @Test
    void aRemovedCommentSaysSoAndKeepsItsReplies() {
        var post = posts.publish(bruno, null, "How do you store seals?");
        var first = comments.add(priya, post, null, "Secret wording");
        comments.add(lucia, post, first, "And dry.");

        assertThat(browser.delete()
                        .uri("/comments/{id}", first.value())
                        .with(as(priya))
                        .accept(Turbo.STREAM, "text/html")
                        .param("inPlace", "true"))
                .hasStatusOk()
                .bodyText()
                .contains("Comment removed by its author", "target=\"comment_" + first + "_bar\"");
        assertThat(browser.get().uri("/posts/{id}", post.value()).with(as(bruno)))
                .bodyText()
                .contains("Comment removed by its author", "And dry.")
                .doesNotContain("Secret wording");
    }

    @Test
    void allRepliesToARemovedCommentAreReached() {
        var post = posts.publish(bruno, null, "How do you store seals?");
        var first = comments.add(priya, post, null, "Secret wording");
        var replies = IntStream.range(0, 25)
                .mapToObj(number -> comments.add(bruno, post, first, "Reply " + number))
                .toList();
        comments.delete(priya, first, null);

        var redirected = browser.get()
                .uri("/comments/{id}", replies.getLast().value())
                .with(as(bruno))
                .exchange()
                .getResponse()
                .getRedirectedUrl();
        assertThat(redirected).startsWith("/comments/" + first + "/replies");
        assertThat(browser.get().uri(URI.create(String.valueOf(redirected))).with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .contains("Reply 24", "Comment removed")
                .doesNotContain("Secret wording", "Priya Nair");
    }

    @Test
    void everyCommentOfALongThreadHasItsPlace() {
        var post = posts.publish(bruno, null, "A long talk");
        var all = new ArrayList<CommentId>();
        for (var number = 0; number < 50; number++) {
            all.add(comments.add(bruno, post, null, "Comment " + number));
        }
        for (var number = 0; number < 25; number++) {
            all.add(comments.add(bruno, post, all.getFirst(), "Reply " + number));
        }

        for (var id : all) {
            var place = String.valueOf(browser.get()
                    .uri("/comments/{id}", id.value())
                    .with(as(priya))
                    .exchange()
                    .getResponse()
                    .getRedirectedUrl());
            assertThat(browser.get().uri(place.split("#", 2)[0]).with(as(priya)))
                    .as(place)
                    .bodyText()
                    .contains("id=\"comment_" + id + "\"");
        }
    }

    @Test
    void earlierCommentsAreOneLinkAway() {
        var post = posts.publish(bruno, null, "A long talk");
        for (var number = 0; number < 25; number++) {
            comments.add(bruno, post, null, "Comment " + number);
        }

        assertThat(browser.get().uri("/posts/{id}", post.value()).with(as(priya)))
                .bodyText()
                .contains("Show the 5 earlier ones", "Comment 24", "Comment 5")
                .doesNotContain("Comment 4<");
    }

    @Test
    void twoPressesAtOnceCountOnce() throws Exception {
        var post = posts.publish(bruno, null, "Done.");
        var comment = comments.add(bruno, post, null, "Really.");
        var together = new CyclicBarrier(4);
        Callable<Integer> press = () -> {
            together.await();
            return browser.put()
                    .uri("/comments/{id}/reactions/like", comment.value())
                    .with(as(priya))
                    .exchange()
                    .getResponse()
                    .getStatus();
        };

        try (var pressing = Executors.newFixedThreadPool(4)) {
            for (var answer : pressing.invokeAll(java.util.Collections.nCopies(4, press))) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }

        assertThat(comments.find(bruno, comment).reactions().total()).isEqualTo(1);
    }

    @Test
    void hiddenAndMissingAreTheSameBytesOnEveryRoute() throws Exception {
        var quality = communities.create(
                bruno, new CommunityForm("A place", "What for", "business", "request", true, null, null));
        var post = posts.publish(bruno, quality, "Only for us");
        var comment = comments.add(bruno, post, null, "Indeed");

        for (var route : new String[] {
            "GET /posts/{post}",
            "GET /posts/{post}/edit",
            "GET /posts/{post}/history",
            "GET /posts/{post}/delete",
            "GET /posts/{post}/reactions",
            "PATCH /posts/{post}",
            "DELETE /posts/{post}",
            "PUT /posts/{post}/reactions/like",
            "DELETE /posts/{post}/reactions/like",
            "POST /posts/{post}/comments",
            "GET /mentions?post={post}",
            "GET /comments/{comment}",
            "GET /comments/{comment}/replies",
            "GET /comments/{comment}/reply",
            "GET /comments/{comment}/edit",
            "GET /comments/{comment}/history",
            "GET /comments/{comment}/delete",
            "GET /comments/{comment}/reactions",
            "PATCH /comments/{comment}",
            "DELETE /comments/{comment}",
            "PUT /comments/{comment}/reactions/like",
            "DELETE /comments/{comment}/reactions/like"
        }) {
            var hidden = answer(route.replace("{post}", post.toString()).replace("{comment}", comment.toString()));
            var missing = answer(route.replace("{post}", MISSING).replace("{comment}", MISSING));
            var noId = answer(route.replace("{post}", "x").replace("{comment}", "x"));
            assertThat(hidden).as(route).startsWith("404 ").isEqualTo(missing).isEqualTo(noId);
        }
    }

    private String answer(String route) throws Exception {
        var parts = route.split(" ", 2);
        var answer = browser.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(parts[0]), parts[1])
                .with(as(priya))
                .param("text", "Hello")
                .param("reason", "Because"));
        return answer.getResponse().getStatus() + " " + answer.getResponse().getContentAsString();
    }
}
