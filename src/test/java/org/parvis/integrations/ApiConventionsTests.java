package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.integrations.Program.body;
import static org.parvis.integrations.Program.id;
import static org.parvis.integrations.Program.read;
import static org.parvis.testing.Cast.as;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** What the API's page says of all routes together, sentence by sentence. */
@ParvisTest
class ApiConventionsTests {

    private static final String LISTS = """
            /people, /people/{person}/posts, /communities, /communities/{community}/members, /communities/{community}/posts,
            /communities/{community}/requests, /posts/{post}/comments, /posts/{post}/history, /posts/{post}/reactions,
            /comments/{comment}/reactions, /topics, /feed, /feed?view=following, /feed?view=company, /notifications
            """;

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    Program bruno;
    Program priya;

    @BeforeEach
    void people() {
        bruno = new Program(http, cast.bruno());
        priya = new Program(http, cast.priya());
    }

    // Sign-in: `Authorization: Bearer TOKEN`. Without: 401. No cookies here.

    @Test
    void withoutATokenNothingIsAnswered() {
        for (var sent : List.of("", "Bearer", "Bearer pv_guessed", "Basic YnJ1bm86eA==", "pv_guessed")) {
            var answer =
                    http.get().uri("/api/v1/me").header("Authorization", sent).exchange();
            assertThat(answer).hasStatus(401).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
            assertThat(answer).hasHeader("WWW-Authenticate", "Bearer").hasHeader("Cache-Control", "no-store");
        }
    }

    @Test
    void noCookieIsLookedAtNorSet() {
        var visitor = http.get()
                .uri("/api/v1/me")
                .cookie(new Cookie("parvis_session", "anything"), new Cookie("language", "fr"))
                .header("Accept-Language", "en")
                .exchange();

        assertThat(visitor).hasStatus(401).bodyJson().extractingPath("$.title").isEqualTo("Nobody is signed in here");
        assertThat(bruno.get("/me")).doesNotContainHeader("Set-Cookie").hasHeader("Cache-Control", "no-store");
    }

    @Test
    void noOtherSiteIsLetIn() {
        var answer = http.get()
                .uri("/api/v1/me")
                .with(as(cast.bruno()))
                .header("Origin", "https://elsewhere.example")
                .exchange();

        assertThat(answer).doesNotContainHeader("Access-Control-Allow-Origin");
    }

    // Ids are strings. Times are RFC 3339 in UTC.

    @ParameterizedTest
    @ValueSource(
            strings = {"none", "0", "-1", "+1", "01", "1.0", "1e3", "%D9%A1", "%20", "9223372036854775808", "99999999"})
    void whatIsNoIdIsNotThere(String id) {
        var answers = List.of(
                bruno.get("/people/" + id),
                bruno.get("/people/" + id + "/posts"),
                bruno.get("/communities/" + id),
                bruno.get("/communities/" + id + "/members"),
                bruno.get("/posts/" + id),
                bruno.get("/posts/" + id + "/comments"),
                bruno.get("/comments/" + id),
                bruno.put("/posts/" + id + "/reactions/like"),
                bruno.delete("/comments/" + id));

        for (var answer : answers) {
            assertThat(answer).hasStatus(404);
            assertThat(body(answer)).isEqualTo(body(bruno.get("/nowhere")));
        }
    }

    @Test
    void idsAreTextsAndTimesAreInUtc() {
        var post = bruno.post("/posts", "{\"text\": \"Now\"}");

        assertThat((Object) read(post, "$.id")).isInstanceOf(String.class);
        assertThat((Object) read(post, "$.author.id")).isInstanceOf(String.class);
        assertThat(Program.<String>read(post, "$.publishedAt")).endsWith("Z");
        assertThat(Instant.parse(read(post, "$.activeAt"))).isEqualTo(Instant.parse(read(post, "$.publishedAt")));
    }

    // Lists answer {"items": [...], "next": "cursor" | null}; ?limit= 1 to 100 (more is taken as 100; default 20).

    @Test
    void everyListIsPagedTheSameWay() {
        for (var list : lists()) {
            var address = list + (list.contains("?") ? "&" : "?");
            assertThat(bruno.get(list)).as(list).hasStatusOk().bodyJson().hasPath("$.next");
            for (var limit : List.of("1", "0", "-5", "100", "101", "1000000000", "10000000000000000000000")) {
                assertThat(bruno.get(address + "limit=" + limit))
                        .as(address + limit)
                        .hasStatusOk();
            }
            for (var limit : List.of("abc", "1e9", "2.5", "0x10")) {
                assertThat(bruno.get(address + "limit=" + limit))
                        .as(address + limit)
                        .hasStatus(422)
                        .bodyJson()
                        .extractingPath("$.errors[0].field")
                        .isEqualTo("limit");
            }
        }
    }

    @Test
    void aCursorThatIsNotOursIsRefusedAndNeverAFault() {
        for (var list : lists()) {
            var address = list + (list.contains("?") ? "&" : "?") + "cursor=";
            for (var foreign :
                    List.of("garbage", "%25", cursor("x"), cursor("1 \0"), cursor("9999999999999999999999 x"))) {
                assertThat(bruno.get(address + foreign))
                        .as(address + foreign)
                        .hasStatus(422)
                        .bodyJson()
                        .extractingPath("$.errors[0].field")
                        .isEqualTo("cursor");
            }
            for (var strange : List.of(
                    "1 +1000000000-12-31T23:59:59.999999999Z",
                    "1 -1000000000-01-01T00:00:00Z",
                    "1 0001-01-01T00:00:00Z",
                    "-1 2026-01-01T00:00:00Z",
                    "1 owner",
                    "1 ",
                    "9223372036854775807 \uD83D\uDE00")) {
                assertThat(bruno.get(address + cursor(strange)))
                        .as(address + strange)
                        .hasStatusOk();
            }
        }
    }

    @Test
    void nextLeadsThroughTheListOnceWhateverComesMeanwhile() {
        for (var number = 1; number <= 5; number++) {
            priya.post("/posts", "{\"text\": \"Number %d\"}".formatted(number));
        }
        var route = "/people/" + priya.owner().id() + "/posts?limit=2&cursor=";

        var first = bruno.get(route);
        priya.post("/posts", "{\"text\": \"Newer\"}");
        var second = bruno.get(route + read(first, "$.next"));
        var third = bruno.get(route + read(second, "$.next"));

        assertThat(Program.<List<String>>read(first, "$.items[*].text")).containsExactly("Number 5", "Number 4");
        assertThat(Program.<List<String>>read(second, "$.items[*].text")).containsExactly("Number 3", "Number 2");
        assertThat(Program.<List<String>>read(third, "$.items[*].text")).containsExactly("Number 1");
        assertThat((Object) read(third, "$.next")).isNull();
    }

    // Errors: RFC 9457: type, title, status, detail in the caller's language, errors for 422. instance is not sent.

    @Test
    void errorsAreProblemsInTheCallersLanguage() {
        var french = new Program(http, Cast.inFrench(cast.bruno()));
        var refused = french.post("/posts", "{\"text\": \" \"}");

        assertThat(refused).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused).bodyJson().isStrictlyEqualTo("""
                {"type": "about:blank", "title": "Un point est à revoir", "status": 422,
                 "detail": "Vérifiez les champs et réessayez.",
                 "errors": [{"field": "text", "message": "Écrivez quelque chose ici."}]}
                """);
        assertThat(french.get("/posts/1234567")).bodyJson().isStrictlyEqualTo("""
                {"type": "about:blank", "title": "Il n’y a rien ici", "status": 404,
                 "detail": "La page n’existe pas, a été retirée ou ne vous est pas ouverte."}
                """);
        assertThat(http.get().uri("/api/v1/me").header("Accept-Language", "fr"))
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("Personne n’est identifié ici");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var refused = bruno.post("/communities", "{\"name\": \" \", \"purpose\": \"fun\", \"access\": \"closed\"}");

        assertThat(Program.<List<String>>read(refused, "$.errors[*].field"))
                .containsExactly("name", "purpose", "access");
    }

    @Test
    void hiddenAndAbsentAreTheSameBytesAndHeaders() {
        var secret = id(bruno.post("/communities", """
                {"name": "The board", "purpose": "hr", "access": "invitation", "listed": false}"""));
        var hidden = id(bruno.post("/communities/" + secret + "/posts", "{\"text\": \"Quietly\"}"));

        var remark = id(bruno.post("/posts/" + hidden + "/comments", "{\"text\": \"Very\"}"));
        var communities = List.of("", "/members", "/members/" + bruno.owner().id(), "/requests", "/posts");
        var posts = List.of("", "/history", "/comments", "/reactions");

        communities.forEach(
                rest -> same(priya.get("/communities/" + secret + rest), priya.get("/communities/99999999" + rest)));
        posts.forEach(rest -> same(priya.get("/posts/" + hidden + rest), priya.get("/posts/99999999" + rest)));
        same(priya.get("/comments/" + remark), priya.get("/comments/99999999"));
        same(priya.get("/comments/" + remark + "/reactions"), priya.get("/comments/99999999/reactions"));
        same(priya.put("/communities/" + secret + "/membership"), priya.put("/communities/99999999/membership"));
        same(
                priya.post("/posts/" + hidden + "/comments", "{\"text\": \"Hello\"}"),
                priya.post("/posts/99999999/comments", "{\"text\": \"Hello\"}"));
        same(priya.delete("/posts/" + hidden), priya.delete("/posts/99999999"));
        same(priya.patch("/posts/" + hidden, "{\"text\": \"\"}"), priya.patch("/posts/99999999", "{\"text\": \"\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | {"text":          | 400
            application/json                  | {"text": "a"} b   | 400
            application/json                  | null              | 400
            application/json                  | []                | 400
            application/json                  | "text"            | 400
            application/json                  | {"text": ["a"]}   | 422
            application/json                  | {"text": {}}      | 422
            text/plain                        | {"text": "a"}     | 415
            application/x-www-form-urlencoded | text=a            | 415
            """)
    void whatCannotBeReadIsToldApart(String type, String body, int status) {
        var answer = http.post()
                .uri("/api/v1/posts")
                .with(as(cast.bruno()))
                .contentType(type)
                .content(body)
                .exchange();

        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 422) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("text");
        }
    }

    @Test
    void aBodyIsBoundedInLengthAndDepth() {
        var large = "{\"text\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}";
        var deep = "{\"text\": \"a\", \"more\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(bruno.post("/posts", large)).hasStatus(413).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(bruno.postOnce("large", "/posts", large)).hasStatus(413);
        assertThat(bruno.post("/posts", deep)).hasStatus(400);
    }

    @Test
    void anAddressThatIsNoTextIsRefused() {
        for (var query : List.of("q=%00", "q=%", "q=%zz", "q=%FF", "q=%C3", "q=%C3x%A9", "site=%00", "cursor=%00")) {
            assertThat(http.get().uri("/api/v1/people").with(as(cast.bruno())).with(request -> {
                        request.setQueryString("q=ok&" + query);
                        return request;
                    }))
                    .as(query)
                    .hasStatus(400);
        }
        assertThat(bruno.get("/communities?q=%25")).hasStatusOk();
        assertThat(bruno.get("/people?q=Luc%C3%ADa")).hasStatusOk();
    }

    @Test
    void oneMethodIsNeverTakenForAnother() {
        var post = id(bruno.post("/posts", "{\"text\": \"Stays\"}"));

        assertThat(bruno.post("/posts/" + post + "?_method=delete", "{}"))
                .hasStatus(405)
                .containsHeader("Allow");
        assertThat(http.post()
                        .uri("/api/v1/posts/" + post)
                        .with(as(cast.bruno()))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("_method=delete"))
                .hasStatus(405);
        assertThat(bruno.get("/posts/" + post)).hasStatusOk();
    }

    // Limits: text of a post 40,000 characters, comment 10,000, title 200, community name 80, description 2,000.

    @Test
    void lengthsCountCharactersAndNotTheirBytes() {
        var post = id(bruno.post("/posts", "{\"text\": \"A post\"}"));

        for (var character : List.of("x", "é", "漢", "\uD83D\uDE00")) {
            takes("/posts", "{\"text\": \"%s\"}", character, 40_000, "text");
            takes("/posts/" + post + "/comments", "{\"text\": \"%s\"}", character, 10_000, "text");
            takes(
                    "/communities",
                    "{\"name\": \"%s\", \"purpose\": \"hr\", \"access\": \"open\"}",
                    character,
                    80,
                    "name");
            takes(
                    "/communities",
                    "{\"name\": \"A\", \"description\": \"%s\", \"purpose\": \"hr\", \"access\": \"open\"}",
                    character,
                    2_000,
                    "description");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n\\t ", "\\u200b", "\\u00a0", "\\u0001", "a\\u0000b"})
    void aTextIsOneCharacterAtLeastAndNoNul(String text) {
        assertThat(bruno.post("/posts", "{\"text\": \"%s\"}".formatted(text)))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("text");
    }

    @Test
    void otherControlCharactersAreDropped() {
        var post = bruno.post("/posts", "{\"text\": \"  a\\u0001b\\u001b[0mc\\u007fd\\u0085e\\tf\\ng\\r\\nh  \"}");

        assertThat(post).hasStatus(201).bodyJson().extractingPath("$.text").isEqualTo("ab[0mcde\tf\ng\nh");
    }

    // Mentions in text: @[Alice Martin](person:12); topics #usinage; links to places as plain addresses.

    @Test
    void textMentionsPeopleTopicsAndPlaces() {
        var post = bruno.post(
                "/posts",
                "{\"text\": \"@[Somebody](person:%s) #Usinage https://parvis.example/posts/1\"}"
                        .formatted(priya.owner().id()));

        assertThat(Program.<String>read(post, "$.html"))
                .contains("href=\"/people/%s\">Priya Nair</a>"
                        .formatted(priya.owner().id()))
                .contains("href=\"/topics/usinage\"")
                .contains("href=\"https://parvis.example/posts/1\"");
        assertThat(Program.<String>read(post, "$.text")).startsWith("@[Somebody](person:");
    }

    private List<String> lists() {
        var community = id(bruno.post("/communities", """
                {"name": "Lists", "purpose": "business", "access": "open"}"""));
        var post = id(bruno.post("/communities/" + community + "/posts", "{\"text\": \"Listed #lists\"}"));
        var comment = id(bruno.post("/posts/" + post + "/comments", "{\"text\": \"Listed\"}"));
        return List.of(LISTS.replace("{person}", bruno.owner().id().toString())
                .replace("{community}", community)
                .replace("{post}", post)
                .replace("{comment}", comment)
                .strip()
                .split(",\\s+"));
    }

    private static String cursor(String inside) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    private static void same(MvcTestResult one, MvcTestResult other) {
        assertThat(one).hasStatus(other.getResponse().getStatus());
        assertThat(body(one)).isEqualTo(body(other));
        assertThat(one.getResponse().getHeaderNames())
                .containsExactlyElementsOf(other.getResponse().getHeaderNames())
                .allSatisfy(name -> assertThat(one.getResponse().getHeaders(name))
                        .isEqualTo(other.getResponse().getHeaders(name)));
    }

    private void takes(String route, String json, String character, int most, String field) {
        assertThat(bruno.post(route, json.formatted(character.repeat(most))))
                .as(route)
                .hasStatus(201);
        assertThat(bruno.post(route, json.formatted(character.repeat(most) + "x")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
