package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.integrations.Program.body;
import static org.parvis.integrations.Program.id;
import static org.parvis.integrations.Program.read;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.integrations.IdempotencyKeys.Use;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** What the API's page says of writing and of Idempotency-Key, sentence by sentence. */
@ParvisTest
class ApiWritingTests {

    private static final String PLACE = """
            {"name": "Pumps", "description": "All about pumps", "purpose": "business", "access": "open"}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdempotencyKeys keys;

    @Autowired
    TransactionTemplate transaction;

    Program bruno;
    Program priya;

    @BeforeEach
    void people() {
        bruno = new Program(http, cast.bruno());
        priya = new Program(http, cast.priya());
    }

    // POST answers 201 with the object and Location.

    @Test
    void whatIsMadeIsAnsweredWithItsPlace() {
        var place = bruno.post("/communities", PLACE);
        var post = bruno.post("/communities/" + id(place) + "/posts", "{\"text\": \"Look\"}");
        var comment = bruno.post("/posts/" + id(post) + "/comments", "{\"text\": \"I see\"}");

        for (var made : List.of(place, post, comment, bruno.post("/posts", "{\"text\": \"On my wall\"}"))) {
            assertThat(made).hasStatus(201);
            var location = made.getResponse().getHeader("Location");
            assertThat(location).startsWith("/api/v1/").endsWith("/" + id(made));
        }
        assertThat(body(bruno.get("/comments/" + id(comment)))).isEqualTo(body(comment));
        assertThat(body(bruno.get("/communities/" + id(place)))).contains("\"posts\":1");
    }

    // PATCH 200 with the object.

    @Test
    void aPatchChangesWhatItNamesEmptiesWhatIsNullAndKeepsTheRest() {
        var place = id(bruno.post("/communities", PLACE));

        assertThat(bruno.patch("/communities/" + place, "{}")).hasStatusOk();
        var named = bruno.patch("/communities/" + place, "{\"name\": \"Valves\"}");
        assertThat(named).hasStatusOk().bodyJson().extractingPath("$.name").isEqualTo("Valves");
        assertThat((Object) read(named, "$.description")).isEqualTo("All about pumps");
        var emptied = bruno.patch("/communities/" + place, "{\"description\": null}");
        assertThat(emptied)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.description")
                .isEqualTo("");
        for (var field : List.of("name", "purpose", "access", "listed", "posting", "archived")) {
            assertThat(bruno.patch("/communities/" + place, "{\"%s\": null}".formatted(field)))
                    .as(field)
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.errors[0].field")
                    .isEqualTo(field);
        }
    }

    @Test
    void whatMayNotBeChangedIsNotLookedAt() {
        var post = id(bruno.post("/posts", "{\"text\": \"Mine\"}"));
        var forged = """
                "id": "1", "author": {"id": "%s"}, "author_id": 1, "community": null, "kind": "announcement", "pinned": true,
                "publishedAt": "2001-01-01T00:00:00Z", "reactions": {"like": 9}, "edited": false, "role": "administrator"
                """.formatted(priya.owner().id());

        var patched = bruno.patch("/posts/" + post, "{\"text\": \"Still mine\", %s}".formatted(forged));

        assertThat((Object) read(patched, "$.id")).isEqualTo(post);
        assertThat((Object) read(patched, "$.author.name")).isEqualTo("Bruno Tessier");
        assertThat((Object) read(patched, "$.kind")).isEqualTo("update");
        assertThat((Object) read(patched, "$.edited")).isEqualTo(true);
        assertThat(Program.<String>read(patched, "$.publishedAt")).doesNotStartWith("2001");
        assertThat(body(bruno.patch("/posts/" + post, "{%s}".formatted(forged))))
                .isEqualTo(body(patched));
        assertThat(priya.patch("/posts/" + post, "{}")).hasStatus(403);
    }

    @Test
    void oneChangesOnesOwnFieldsAndNoOthers() {
        var before = bruno.get("/me");

        var changed = bruno.patch("/me", """
                {"about": "I set machines.", "career": "Apprentice, setter", "pronouns": "he", "expertise": ["seals", "pumps"],
                 "interests": ["rowing"], "languages": ["fr", "en"], "language": "fr", "timeZone": "Europe/Paris",
                 "id": "1", "name": "Boss", "email": "x@example.org", "kind": "service", "state": "deactivated",
                 "manager": {"id": "1"}, "role": "administrator", "organisation": "Mine"}
                """);

        assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.about").isEqualTo("I set machines.");
        assertThat(Program.<List<String>>read(changed, "$.expertise")).containsExactly("seals", "pumps");
        assertThat((Object) read(changed, "$.language")).isEqualTo("fr");
        assertThat((Object) read(changed, "$.timeZone")).isEqualTo("Europe/Paris");
        for (var field : List.of("id", "name", "email", "kind", "state", "manager", "organisation")) {
            assertThat((Object) read(changed, "$." + field)).as(field).isEqualTo(read(before, "$." + field));
        }
        var emptied = bruno.patch("/me", "{\"about\": null, \"expertise\": null}");
        assertThat((Object) read(emptied, "$.about")).isNull();
        assertThat(Program.<List<String>>read(emptied, "$.expertise")).isEmpty();
        assertThat((Object) read(emptied, "$.career")).isEqualTo("Apprentice, setter");
        assertThat(bruno.patch("/me", "{\"language\": \"xx\"}")).hasStatus(422);
        assertThat(bruno.patch("/me", "{\"timeZone\": \"Mars/Phobos\"}")).hasStatus(422);
        assertThat(bruno.patch("/me", "{\"expertise\": \"seals\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("expertise");
    }

    // DELETE 204, also when it was not there (of what one may see).

    @Test
    void takingAwayTwiceIsOnce() {
        var place = id(bruno.post("/communities", PLACE));
        priya.put("/communities/" + place + "/membership");
        var post = id(priya.post("/communities/" + place + "/posts", "{\"text\": \"Off topic\"}"));
        var comment = id(priya.post("/posts/" + post + "/comments", "{\"text\": \"Also\"}"));

        for (var twice = 1; twice <= 2; twice++) {
            assertThat(bruno.delete("/comments/" + comment)).hasStatus(204);
            assertThat(priya.delete("/comments/" + comment)).hasStatus(204);
            assertThat(priya.delete("/posts/" + post + "/reactions/like")).hasStatus(twice == 1 ? 204 : 404);
            assertThat(bruno.delete("/posts/" + post)).hasStatus(204);
            assertThat(priya.delete("/posts/" + post)).hasStatus(204);
            assertThat(bruno.delete("/communities/" + place + "/members/"
                            + priya.owner().id()))
                    .hasStatus(204);
            assertThat(bruno.delete("/communities/" + place + "/requests/"
                            + priya.owner().id()))
                    .hasStatus(204);
            assertThat(priya.delete("/communities/" + place + "/membership")).hasStatus(204);
            assertThat(priya.delete("/people/" + bruno.owner().id() + "/follow"))
                    .hasStatus(204);
            assertThat(priya.delete("/topics/nothing/follow")).hasStatus(204);
        }
        assertThat(bruno.get("/posts/" + post)).hasStatus(404);
        assertThat(new Program(http, cast.lucia()).delete("/posts/" + post)).hasStatus(404);
        assertThat(bruno.delete("/posts/99999999")).hasStatus(404);
    }

    // Idempotency-Key on POST: per person and route, 24 h: the same answer again.

    @Test
    void theSameKeyIsAnsweredTheSameAndDoneOnce() {
        for (var route : List.of("/posts", "/communities")) {
            var json = route.equals("/posts") ? "{\"text\": \"Once\"}" : PLACE;
            var first = bruno.postOnce("key", route, json);
            var again = bruno.postOnce("key", route, json);

            assertThat(first).hasStatus(201);
            assertThat(again).hasStatus(201);
            assertThat(body(again)).isEqualTo(body(first));
            for (var header : List.of("Location", "Content-Type", "Cache-Control")) {
                assertThat(again.getResponse().getHeader(header))
                        .as(header)
                        .isEqualTo(first.getResponse().getHeader(header));
            }
        }
    }

    @Test
    void aKeyIsOnePersonsOnOneRoute() {
        var place = id(bruno.post("/communities", PLACE));
        var mine = bruno.postOnce("shared", "/posts", "{\"text\": \"Once\"}");
        priya.put("/communities/" + place + "/membership");

        assertThat(id(priya.postOnce("shared", "/posts", "{\"text\": \"Once\"}")))
                .isNotEqualTo(id(mine));
        assertThat(bruno.postOnce("shared", "/communities/" + place + "/posts", "{\"text\": \"Other\"}"))
                .hasStatus(201);
    }

    @Test
    void aDayLaterAKeyIsNew() {
        var first = bruno.postOnce("daily", "/posts", "{\"text\": \"Good morning\"}");
        jdbc.sql("update idempotency_key set created_at = created_at - interval '24 hours' where key = 'daily'")
                .update();

        var next = bruno.postOnce("daily", "/posts", "{\"text\": \"Good morning again\"}");

        assertThat(next).hasStatus(201);
        assertThat(id(next)).isNotEqualTo(id(first));
    }

    // With another body 422; while the first is running 409.

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        bruno.postOnce("taken", "/posts", "{\"text\": \"Once\"}");

        assertThat(bruno.postOnce("taken", "/posts", "{\"text\": \"Something else\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void whileTheFirstIsRunningTheNextIsTold() {
        transaction.executeWithoutResult(running -> {
            keys.hold(new Use(bruno.owner().id(), "/api/v1/posts", "running"));
            var elsewhere = Thread.ofVirtual()
                    .unstarted(() -> assertThat(bruno.postOnce("running", "/posts", "{\"text\": \"Too early\"}"))
                            .hasStatus(409));
            finish(elsewhere);
        });

        assertThat(bruno.postOnce("running", "/posts", "{\"text\": \"Now\"}")).hasStatus(201);
    }

    @Test
    void theSameKeyAtTheSameMomentPostsOnce() throws Exception {
        try (var several = Executors.newFixedThreadPool(4)) {
            Callable<MvcTestResult> send = () -> bruno.postOnce("at-once", "/posts", "{\"text\": \"Only one of me\"}");
            for (var answer : several.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get().getResponse().getStatus()).isIn(201, 409);
            }
        }

        assertThat(Program.<List<String>>read(
                        priya.get("/people/" + bruno.owner().id() + "/posts?limit=100"), "$.items[*].text"))
                .containsOnlyOnce("Only one of me");
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey() {
        assertThat(bruno.postOnce("mended", "/posts", "{\"text\": \"\"}")).hasStatus(422);
        assertThat(bruno.postOnce("mended", "/posts", "{\"text\": ")).hasStatus(400);
        assertThat(bruno.postOnce("mended", "/posts", "{\"text\": \"Mended\"}")).hasStatus(201);
    }

    @Test
    void aKeyHasALength() {
        assertThat(bruno.postOnce(" ", "/posts", "{\"text\": \"x\"}")).hasStatus(422);
        assertThat(bruno.postOnce("k".repeat(256), "/posts", "{\"text\": \"x\"}"))
                .hasStatus(422);
        assertThat(bruno.postOnce("k".repeat(255), "/posts", "{\"text\": \"x\"}"))
                .hasStatus(201);
    }

    private static void finish(Thread thread) {
        var problems = new AtomicReference<Throwable>();
        thread.setUncaughtExceptionHandler((ended, problem) -> problems.set(problem));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertThat(problems.get()).isNull();
    }
}
