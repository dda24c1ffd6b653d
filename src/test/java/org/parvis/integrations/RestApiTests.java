package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@ParvisTest
class RestApiTests {

    @Autowired
    MockMvcTester program;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
    }

    @Test
    void aCommunityIsFoundedEnteredAndLeft() {
        var founded = post(bruno, "/communities", """
                {"name": "Pumps", "description": "All about pumps", "purpose": "business", "access": "open", "listed": true}
                """);
        assertThat(founded).hasStatus(201);
        var id = text(founded, "$.id");
        assertThat(founded.getResponse().getHeader("Location")).isEqualTo("/api/v1/communities/" + id);
        assertThat(founded).bodyJson().extractingPath("$.membership").isEqualTo("owner");

        var entered = program.put()
                .uri("/api/v1/communities/" + id + "/membership")
                .with(as(priya))
                .exchange();
        assertThat(entered)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.membership")
                .isEqualTo("member");
        assertThat(entered).bodyJson().extractingPath("$.members").isEqualTo(2);
        assertThat(program.delete()
                        .uri("/api/v1/communities/" + id + "/membership")
                        .with(as(priya)))
                .hasStatus(204);
        assertThat(program.delete()
                        .uri("/api/v1/communities/" + id + "/membership")
                        .with(as(priya)))
                .hasStatus(204);
    }

    @Test
    void askingIsAcceptedAndAgreedTo() {
        var id = text(post(bruno, "/communities", """
                {"name": "Quality", "purpose": "business", "access": "request"}
                """), "$.id");

        var asked = program.put()
                .uri("/api/v1/communities/" + id + "/membership")
                .with(as(priya))
                .exchange();
        assertThat(asked)
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.membership")
                .isEqualTo("requested");
        assertThat(get(bruno, "/communities/" + id + "/requests"))
                .bodyJson()
                .extractingPath("$.items[0].person.name")
                .isEqualTo("Priya Nair");
        assertThat(program.put()
                        .uri("/api/v1/communities/" + id + "/requests/" + priya.id())
                        .with(as(bruno)))
                .hasStatus(204);
        assertThat(get(bruno, "/communities/" + id + "/members/" + priya.id()))
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("member");
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        var id = text(post(bruno, "/communities", """
                {"name": "Pumps", "description": "Kept", "purpose": "leisure", "access": "open"}
                """), "$.id");

        var patched = program.patch()
                .uri("/api/v1/communities/" + id)
                .with(as(bruno))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Pumps and valves\", \"archived\": true}")
                .exchange();

        assertThat(patched)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.description")
                .isEqualTo("Kept");
        assertThat(patched).bodyJson().extractingPath("$.archived").isEqualTo(true);
        assertThat(patched).bodyJson().extractingPath("$.purpose").isEqualTo("leisure");
    }

    @Test
    void postsCommentsAndReactionsGoRoundTrip() {
        var posted = post(bruno, "/posts", "{\"text\": \"The **pump** runs #pumps\"}");
        assertThat(posted).hasStatus(201);
        var post = text(posted, "$.id");
        var comment = text(post(priya, "/posts/" + post + "/comments", "{\"text\": \"Well done\"}"), "$.id");
        post(bruno, "/posts/" + post + "/comments", "{\"text\": \"Thanks\", \"replyTo\": \"%s\"}".formatted(comment));
        assertThat(program.put()
                        .uri("/api/v1/posts/" + post + "/reactions/bravo")
                        .with(as(priya)))
                .hasStatus(204);

        var read = get(priya, "/posts/" + post);
        assertThat(read).bodyJson().extractingPath("$.comments").isEqualTo(2);
        assertThat(read).bodyJson().extractingPath("$.reactions.bravo").isEqualTo(1);
        assertThat(read).bodyJson().extractingPath("$.mine[0]").isEqualTo("bravo");
        assertThat(read).bodyJson().extractingPath("$.community").isNull();
        assertThat(get(bruno, "/posts/" + post + "/comments"))
                .bodyJson()
                .extractingPath("$.items[1].replyTo")
                .isEqualTo(comment);
        assertThat(get(bruno, "/posts/" + post + "/reactions"))
                .bodyJson()
                .extractingPath("$.items[0].kind")
                .isEqualTo("bravo");
        assertThat(program.put()
                        .uri("/api/v1/posts/" + post + "/reactions/angry")
                        .with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void listsArePagedAndLimitsAreBounded() {
        for (var number = 1; number <= 3; number++) {
            post(bruno, "/posts", "{\"text\": \"Number %d\"}".formatted(number));
        }

        var first = get(priya, "/people/" + bruno.id() + "/posts?limit=2");
        var next = text(first, "$.next");
        var rest = get(priya, "/people/" + bruno.id() + "/posts?limit=100000&cursor=" + next);

        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        assertThat(rest).bodyJson().extractingPath("$.items[0].text").isNotNull();
        assertThat(rest).bodyJson().extractingPath("$.next").isNull();
    }

    @Test
    void errorsAreProblemsInTheCallersLanguage() {
        var french = program.post()
                .uri("/api/v1/posts")
                .with(as(Cast.inFrench(bruno)))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"  \"}")
                .exchange();

        assertThat(french).hasStatus(422).hasContentType("application/problem+json");
        assertThat(french).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
        assertThat(french).bodyJson().extractingPath("$.title").isEqualTo("Un point est à revoir");
        assertThat(french).bodyJson().doesNotHavePath("$.instance");
        assertThat(post(bruno, "/posts", "{\"text\": ")).hasStatus(400);
        assertThat(program.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("text"))
                .hasStatus(415);
    }

    @Test
    void whatIsHiddenIsTheSameAsWhatIsNotThere() throws UnsupportedEncodingException {
        var secret = text(post(bruno, "/communities", """
                {"name": "The board", "purpose": "hr", "access": "invitation", "listed": false}
                """), "$.id");
        var hidden = text(post(bruno, "/communities/" + secret + "/posts", "{\"text\": \"Quietly\"}"), "$.id");
        var remark = text(post(bruno, "/posts/" + hidden + "/comments", "{\"text\": \"Very\"}"), "$.id");

        for (var route : List.of(
                "/communities/" + secret,
                "/communities/" + secret + "/members",
                "/communities/" + secret + "/members/" + bruno.id(),
                "/communities/" + secret + "/requests",
                "/communities/" + secret + "/posts",
                "/posts/" + hidden,
                "/posts/" + hidden + "/history",
                "/posts/" + hidden + "/comments",
                "/posts/" + hidden + "/reactions",
                "/comments/" + remark,
                "/comments/" + remark + "/reactions")) {
            var there = get(priya, route);
            var nowhere = get(priya, "/posts/999999999");
            assertThat(there).as(route).hasStatus(404);
            assertThat(there.getResponse().getContentAsString())
                    .isEqualTo(nowhere.getResponse().getContentAsString());
        }
        assertThat(get(priya, "/communities").getResponse().getContentAsString())
                .doesNotContain("The board");
        assertThat(get(priya, "/people/" + bruno.id() + "/posts").getResponse().getContentAsString())
                .doesNotContain("Quietly");
        assertThat(post(priya, "/posts/" + hidden + "/comments", "{\"text\": \"Hello\"}"))
                .hasStatus(404);
        assertThat(get(priya, "/posts/not-a-number")).hasStatus(404);
    }

    @Test
    void extraFieldsChangeNothing() {
        var posted = post(bruno, "/posts", """
                {"text": "Mine", "author": {"id": "%s"}, "author_id": %s, "publishedAt": "2001-01-01T00:00:00Z", "kind": "announcement"}
                """.formatted(priya.id(), priya.id()));

        assertThat(posted).bodyJson().extractingPath("$.author.name").isEqualTo("Bruno Tessier");
        assertThat(posted).bodyJson().extractingPath("$.kind").isEqualTo("update");
    }

    @Test
    void theSameKeyPostsOnce() {
        var first = keyed("a-key", "{\"text\": \"Once\"}");
        var second = keyed("a-key", "{\"text\": \"Once\"}");

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(text(second, "$.id")).isEqualTo(text(first, "$.id"));
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(keyed("a-key", "{\"text\": \"Something else\"}")).hasStatus(422);
        assertThat(text(keyed("another-key", "{\"text\": \"Once\"}"), "$.id")).isNotEqualTo(text(first, "$.id"));
    }

    @Test
    void aRefusedRequestMayBeMendedUnderTheSameKey() {
        assertThat(keyed("mended", "{\"text\": \"\"}")).hasStatus(422);
        assertThat(keyed("mended", "{\"text\": \"Now it says something\"}")).hasStatus(201);
    }

    @Test
    void theSameKeyAtTheSameMomentPostsOnce() throws Exception {
        try (var several = Executors.newFixedThreadPool(4)) {
            Callable<MvcTestResult> send = () -> keyed("at-once", "{\"text\": \"Only one of me\"}");
            var answers = several.invokeAll(List.of(send, send, send, send));
            for (var answer : answers) {
                assertThat(answer.get().getResponse().getStatus()).isIn(201, 409);
            }
        }

        assertThat(get(priya, "/people/" + bruno.id() + "/posts?limit=100")
                        .getResponse()
                        .getContentAsString()
                        .split("Only one of me", -1))
                // once as text, once as html
                .hasSize(3);
    }

    @Test
    void theNetworkCountsWhatTheCallerMayRead() {
        var before = number(get(priya, "/network"), "$.posts");
        var secret = text(post(bruno, "/communities", """
                {"name": "The board", "purpose": "hr", "access": "invitation", "listed": false}
                """), "$.id");
        post(bruno, "/communities/" + secret + "/posts", "{\"text\": \"Quietly\"}");
        post(bruno, "/posts", "{\"text\": \"Aloud\"}");

        assertThat(number(get(priya, "/network"), "$.posts")).isEqualTo(before + 1);
    }

    private MvcTestResult keyed(String key, String json) {
        return program.post()
                .uri("/api/v1/posts")
                .with(as(bruno))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult post(Viewer viewer, String route, String json) {
        return program.post()
                .uri("/api/v1" + route)
                .with(as(viewer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String route) {
        return program.get().uri("/api/v1" + route).with(as(viewer)).exchange();
    }

    private static String text(MvcTestResult result, String path) {
        return String.valueOf((Object) JsonPath.read(body(result), path));
    }

    private static long number(MvcTestResult result, String path) {
        return ((Number) JsonPath.read(body(result), path)).longValue();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
