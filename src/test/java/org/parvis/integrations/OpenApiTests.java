package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.parvis.platform.web.PublicAddress;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ParvisTest
class OpenApiTests {

    /** Every route outside programs rely on, as the API's page promises them. */
    private static final Set<String> PROMISED =
            Stream.of("""
            GET /network, GET /me, PATCH /me, GET /people, GET /people/{}, GET /people/{}/posts,
            PUT /people/{}/follow, DELETE /people/{}/follow, PUT /topics/{}/follow, DELETE /topics/{}/follow,
            GET /communities, POST /communities, GET /communities/{}, PATCH /communities/{},
            PUT /communities/{}/membership, DELETE /communities/{}/membership, GET /communities/{}/members,
            GET /communities/{}/members/{}, PUT /communities/{}/members/{}, DELETE /communities/{}/members/{},
            GET /communities/{}/requests, PUT /communities/{}/requests/{}, DELETE /communities/{}/requests/{},
            GET /communities/{}/posts, POST /communities/{}/posts, POST /posts, GET /posts/{}, PATCH /posts/{},
            DELETE /posts/{}, GET /posts/{}/history, GET /posts/{}/comments, POST /posts/{}/comments,
            GET /comments/{}, PATCH /comments/{}, DELETE /comments/{}, GET /posts/{}/reactions,
            PUT /posts/{}/reactions/{}, DELETE /posts/{}/reactions/{}, GET /comments/{}/reactions,
            PUT /posts/{}/preview, DELETE /posts/{}/preview, PUT /comments/{}/reactions/{}, DELETE /comments/{}/reactions/{}, GET /topics, GET /topics/{},
            GET /reports, POST /reports, GET /reports/{}, PUT /reports/{}/handling,
            PUT /posts/{}/pin, DELETE /posts/{}/pin, PUT /posts/{}/closing, DELETE /posts/{}/closing,
            PUT /drafts/{}/plan, DELETE /drafts/{}/plan,
            PUT /posts/{}/place,
            GET /bookmarks, PUT /bookmarks/{}, DELETE /bookmarks/{},
            GET /feed, GET /notifications, PUT /notifications/read, GET /live
            """.split(",")).map(String::strip).collect(Collectors.toSet());

    @Autowired
    MockMvcTester program;

    @Autowired
    Cast cast;

    @Autowired
    PublicAddress here;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyPromisedRouteIsThere() {
        assertThat(mapped()).containsAll(PROMISED);
    }

    @Test
    void theDescriptionNamesWhatTheCodeAnswersAndNothingElse() throws UnsupportedEncodingException {
        assertThat(described()).isEqualTo(mapped());
    }

    @Test
    void aClientCanBeMadeOfIt() {
        var description = description();
        var names = new TreeSet<String>();

        assertThat(description.document()).containsEntry("openapi", "3.1.0");
        assertThat(read("$.servers[*].url")).asInstanceOf(LIST).containsExactly("/");
        assertThat(read("$.security[0].token")).asInstanceOf(LIST).isEmpty();
        assertThat(read("$.components.securitySchemes.token.scheme")).isEqualTo("bearer");
        operations(description).forEach((route, operation) -> {
            assertThat(names.add(String.valueOf(operation.get("operationId"))))
                    .as(route)
                    .isTrue();
            assertThat(operation.get("operationId")).asString().as(route).doesNotContain("_");
            assertThat(operation.get("summary")).asString().as(route).isNotBlank();
            assertThat(operation.get("tags")).as(route).asInstanceOf(LIST).hasSize(1);
            parameters(description, operation).forEach(parameter -> {
                assertThat(parameter.get("name")).as(route).isNotIn("viewer", "paging", "asked", "given");
                assertThat(parameter.get("schema"))
                        .as(route)
                        .asString()
                        .containsPattern("type=(string|integer|boolean|array)");
            });
        });
    }

    @Test
    void everyRefusalIsAProblem() {
        var description = description();

        operations(description).forEach((route, operation) -> {
            Map<String, Object> responses = JsonPath.read(operation, "$.responses");
            assertThat(responses.keySet()).as(route).contains("400", "401", "429", "503");
            if (route.contains("{")) assertThat(responses.keySet()).as(route).contains("403", "404");
            if (!route.startsWith("GET"))
                assertThat(responses.keySet()).as(route).contains("403", "409", "507");
            if (operation.containsKey("requestBody"))
                assertThat(responses.keySet()).as(route).contains("413", "415", "422");
            responses.keySet().stream()
                    .filter(status -> status.compareTo("400") >= 0)
                    .forEach(status -> assertThat(description.answer(operation, Integer.parseInt(status)))
                            .as(route)
                            .containsEntry("$ref", "#/components/schemas/Problem"));
        });
        for (var busy : List.of("TOO_MANY", "BUSY")) {
            assertThat(read("$.components.responses." + busy + ".headers"))
                    .asString()
                    .contains("Retry-After");
        }
        description.check("404", problem(404), description.resolve(Map.of("$ref", "#/components/schemas/Problem")));
        description.check("422", problem(422), description.resolve(Map.of("$ref", "#/components/schemas/Problem")));
    }

    @Test
    void whatIsMadeListedOrSentTwiceIsDescribedSo() {
        var description = description();

        operations(description).forEach((route, operation) -> {
            var parameters = parameters(description, operation).stream()
                    .map(parameter -> String.valueOf(parameter.get("name")))
                    .toList();
            if (route.startsWith("POST")) {
                // No transaction waits for the body of an upload.
                if (!route.endsWith("/files")) assertThat(parameters).as(route).contains("Idempotency-Key");
                assertThat(operation.get("responses")).as(route).asString().contains("201={", "Location");
            }
            if (String.valueOf(operation.get("operationId")).matches("list[A-Z].*")) {
                assertThat(parameters).as(route).contains("cursor", "limit");
                assertThat(description
                                .resolve(Objects.requireNonNull(description.answer(operation, 200), route))
                                .get("required"))
                        .asInstanceOf(LIST)
                        .containsExactly("items", "next");
            }
        });
        assertThat(read("$.paths['/api/v1/communities/{id}/membership'].put.responses['202'].content"))
                .asString()
                .contains("Community");
        assertThat(read("$.paths['/api/v1/communities/{id}/members/{person}'].put.responses['201'].content"))
                .asString()
                .contains("Member");
        assertThat(read("$.components.schemas.NewCommunity.required"))
                .asInstanceOf(LIST)
                .containsExactlyInAnyOrder("name", "purpose", "access");
        assertThat(read("$.components.schemas.PostText.properties.text.maxLength"))
                .isEqualTo(200_000);
    }

    @Test
    void everyAnswerIsAsItIsDescribed() {
        var bruno = new Program(program, cast.bruno());
        var priya = new Program(program, cast.priya());
        var place = Program.id(
                bruno.post("/communities", "{\"name\": \"Quality\", \"purpose\": \"hr\", \"access\": \"request\"}"));
        priya.put("/communities/" + place + "/membership");
        var post = Program.id(bruno.post("/communities/" + place + "/posts", "{\"text\": \"All #described\"}"));
        var comment = Program.id(bruno.post("/posts/" + post + "/comments", "{\"text\": \"Each\"}"));
        bruno.post("/posts/" + post + "/comments", "{\"text\": \"Both\", \"replyTo\": \"%s\"}".formatted(comment));
        bruno.put("/posts/" + post + "/reactions/like");
        bruno.put("/comments/" + comment + "/reactions/idea");
        bruno.patch("/posts/" + post, "{\"text\": \"All again #described\"}");
        bruno.post("/posts", "{\"kind\": \"question\", \"title\": \"Which?\", \"text\": \"Who knows?\"}");
        bruno.post("/posts", "{\"text\": \"On my wall, see %s\"}".formatted(here.link("/posts/" + post)));
        var poll = bruno.post(
                "/posts", "{\"kind\": \"poll\", \"text\": \"Which?\", \"poll\": {\"options\": [\"A\", \"B\"]}}");
        String option = Program.read(poll, "$.poll.options[0].id");
        bruno.put("/polls/" + Program.id(poll) + "/vote", "{\"options\": [\"%s\"]}".formatted(option));
        String honoured = Program.read(bruno.get("/praise/values"), "$.items[0].id");
        bruno.post(
                "/posts",
                "{\"kind\": \"praise\", \"text\": \"Well done\", \"praise\": {\"people\": [\"%s\"], \"value\": \"%s\"}}"
                        .formatted(priya.owner().id(), honoured));
        var announcement = Program.id(
                bruno.post(
                        "/communities/" + place + "/posts",
                        "{\"kind\": \"announcement\", \"title\": \"News\", \"text\": \"All is new.\", \"announcement\": "
                                + "{\"acknowledge\": true, \"audience\": {\"sites\": [\"Lyon\"]},"
                                + " \"wordings\": [{\"language\": \"en\", \"title\": \"Old news\", \"text\": \"All is new.\"}]}}"));
        var elsewhere = Program.id(
                bruno.post("/communities", "{\"name\": \"Pumps\", \"purpose\": \"hr\", \"access\": \"open\"}"));
        priya.put("/communities/" + elsewhere + "/membership");
        var wrong = Program.id(priya.post("/communities/" + elsewhere + "/posts", "{\"text\": \"Buy my bicycle\"}"));
        var report =
                Program.id(bruno.post("/reports", "{\"post\": \"%s\", \"reason\": \"misplaced\"}".formatted(wrong)));
        await().until(() ->
                !Program.<List<?>>read(bruno.get("/notifications"), "$.items").isEmpty());
        bruno.put("/bookmarks/" + post);
        var draft = Program.id(bruno.post("/drafts", "{\"text\": \"To be written on\"}"));
        var description = description();

        operations(description).forEach((route, operation) -> {
            if (route.startsWith("GET") && !route.endsWith("/live")) {
                var address = route.substring("GET /api/v1".length())
                        .replace("communities/{id}", "communities/" + place)
                        .replace("posts/{id}", "posts/" + post)
                        .replace("comments/{id}", "comments/" + comment)
                        .replace("people/{id}", "people/" + bruno.owner().id())
                        .replace("polls/{post}", "polls/" + Program.id(poll))
                        .replace("announcements/{post}", "announcements/" + announcement)
                        .replace("{option}", option)
                        .replace("reports/{id}", "reports/" + report)
                        .replace("drafts/{id}", "drafts/" + draft)
                        .replace("{person}", bruno.owner().id().toString())
                        .replace("{name}", "described");
                var answer = bruno.get(address);
                assertThat(answer).as(address).hasStatusOk();
                Object value = JsonPath.read(Program.body(answer), "$");
                assertThat(String.valueOf(value)).as(address).doesNotContain("items=[]");
                description.check(address, value, Objects.requireNonNull(description.answer(operation, 200), route));
            }
        });
    }

    private Object problem(int status) {
        var bruno = new Program(program, cast.bruno());
        var answer = status == 404 ? bruno.get("/posts/99999999") : bruno.post("/posts", "{}");
        assertThat(answer).hasStatus(status);
        return JsonPath.read(Program.body(answer), "$");
    }

    private Description description() {
        return new Description(
                JsonPath.read(Program.body(new Program(program, cast.bruno()).get("/openapi.json")), "$"));
    }

    private Object read(String path) {
        return JsonPath.read(description().document(), path);
    }

    private static Map<String, Map<String, Object>> operations(Description description) {
        var operations = new TreeMap<String, Map<String, Object>>();
        description
                .paths()
                .forEach((path, methods) -> methods.forEach((method, operation) ->
                        operations.put(method.toUpperCase(Locale.ROOT) + " " + path, operation)));
        assertThat(operations).hasSizeGreaterThan(40);
        return operations;
    }

    private static List<Map<String, Object>> parameters(Description description, Map<String, Object> operation) {
        List<Map<String, Object>> parameters =
                operation.containsKey("parameters") ? JsonPath.read(operation, "$.parameters") : List.of();
        return parameters.stream().map(description::resolve).toList();
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + plain(path))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> described() throws UnsupportedEncodingException {
        var answer =
                program.get().uri("/api/v1/openapi.json").with(as(cast.bruno())).exchange();
        assertThat(answer).hasStatusOk();
        Map<String, Map<String, Object>> paths =
                JsonPath.read(answer.getResponse().getContentAsString(), "$.paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + plain(path.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String path) {
        return path.replace("/api/v1", "").replaceAll("\\{[^}]*}", "{}");
    }
}
