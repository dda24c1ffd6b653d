package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisProcess;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Two processes on one database behave as one: what is done on the one is seen on the other within five seconds, whatever
 * that one has in its memory.
 */
@ParvisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** A process and where it answers. */
    private record Node(Process process, URI address) {}

    @Autowired
    Environment environment;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Posts posts;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private List<Node> nodes = List.of();

    @BeforeAll
    void twoProcesses() throws IOException {
        for (var viewer : List.of(cast.bruno(), cast.lucia(), cast.youssef())) {
            jdbc.sql("update person set state = 'active' where id = :id")
                    .param("id", viewer.id().value())
                    .update();
        }
        var files = ParvisProcess.freshFolder("two-nodes-files").toString();
        nodes = List.of(node("here", files), node("there", files));
    }

    private Node here() {
        return nodes.getFirst();
    }

    private Node there() {
        return nodes.getLast();
    }

    private Node node(String name, String files) throws IOException {
        var port = ParvisProcess.freePort();
        var database = Objects.requireNonNull(environment.getProperty("parvis.database-url"));
        var process = ParvisProcess.serve(
                ParvisProcess.freshFolder("two-nodes-" + name),
                port,
                Map.of("PARVIS_DATABASE_URL", database, "PARVIS_FILES", files, "PARVIS_DATABASE_CONNECTIONS", "8"));
        return new Node(process, URI.create("http://127.0.0.1:" + port));
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (var node : nodes) node.process().destroy();
        for (var node : nodes) node.process().waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    void aPostOnOneIsLiveAndAtTheTopOnTheOther() throws Exception {
        var bruno = Tokens.give(jdbc, cast.bruno());
        var lucia = Tokens.give(jdbc, cast.lucia());
        var place = place("open", cast.lucia());
        assertThat(get(there(), "/feed", lucia).statusCode()).isEqualTo(200);
        var heard = listen(there(), lucia);

        var post = published(here(), bruno, place, "Said here, heard there");

        await().atMost(SOON).until(() -> heard.stream().anyMatch(line -> line.contains("\"id\":\"" + post + "\"")));
        await().atMost(SOON).until(() -> get(there(), "/feed", lucia).body().contains("Said here, heard there"));
    }

    @Test
    void whatIsRewordedAndCountedOnOneIsSoOnTheOther() throws Exception {
        var bruno = Tokens.give(jdbc, cast.bruno());
        var post = published(here(), bruno, null, "First wording");
        assertThat(page(there(), cast.lucia(), "/posts/" + post)).contains("First wording");

        send(here(), "PATCH", "/posts/" + post, bruno, "{\"text\": \"Second wording\"}");
        send(here(), "POST", "/posts/" + post + "/comments", bruno, "{\"text\": \"A comment from here\"}");

        await().atMost(SOON)
                .until(
                        () -> page(there(), cast.lucia(), "/posts/" + post),
                        page -> page.contains("Second wording")
                                && page.contains("A comment from here")
                                && !page.contains("First wording"));
    }

    @Test
    void aMembershipLostOnOneIsLostOnTheOther() throws Exception {
        var bruno = cast.bruno();
        var lucia = cast.lucia();
        var place = place("invitation", lucia);
        var post = published(here(), Tokens.give(jdbc, bruno), place, "Among ourselves");
        await().atMost(SOON).until(() -> page(there(), lucia, "/").contains("Among ourselves"));
        assertThat(page(there(), lucia, "/posts/" + post)).contains("Among ourselves");

        var left = send(
                here(), "DELETE", "/communities/" + place + "/members/" + lucia.id(), Tokens.give(jdbc, bruno), "");

        assertThat(left.statusCode()).isEqualTo(204);
        await().atMost(SOON)
                .until(() ->
                        get(there(), "/posts/" + post, Tokens.give(jdbc, lucia)).statusCode() == 404);
        assertThat(page(there(), lucia, "/")).doesNotContain("Among ourselves");
        assertThat(page(there(), lucia, "/posts/" + post)).doesNotContain("Among ourselves");
    }

    @Test
    void aSessionThatEndsOnOneHasEndedOnTheOther() throws Exception {
        var youssef = cast.youssef();
        var cookie = session(youssef);
        assertThat(page(there(), cookie, "/")).contains("</html>", youssef.name());

        ask(
                here(),
                request(here(), "/sign-out")
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody()));

        await().atMost(SOON).until(() -> !page(there(), cookie, "/").contains(youssef.name()));
    }

    private CommunityId place(String access, Viewer member) {
        var bruno = cast.bruno();
        var id = communities.create(
                bruno, new CommunityForm("Place " + UUID.randomUUID(), "", "business", access, true, null, null));
        memberships.put(bruno, id, member.id(), Standing.MEMBER);
        return id;
    }

    private PostId published(Node node, String token, @Nullable CommunityId place, String text) throws Exception {
        var path = place == null ? "/posts" : "/communities/" + place + "/posts";
        var answer = send(node, "POST", path, token, "{\"text\": \"%s\"}".formatted(text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return PostId.of(JsonPath.<String>read(answer.body(), "$.id"));
    }

    /** What comes by the stream of a program. */
    private Queue<String> listen(Node node, String token) {
        var heard = new ConcurrentLinkedQueue<String>();
        var _ = http.sendAsync(
                        request(node, "/api/v1/live")
                                .timeout(Duration.ofMinutes(5))
                                .header("Authorization", "Bearer " + token)
                                .header("Accept", "text/event-stream")
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .thenAccept(stream -> stream.body().forEach(heard::add))
                .exceptionally(cut -> null);
        await().until(() -> !heard.isEmpty());
        return heard;
    }

    private HttpResponse<String> get(Node node, String path, String token) throws Exception {
        return send(node, "GET", path, token, "");
    }

    private HttpResponse<String> send(Node node, String method, String path, String token, String json)
            throws Exception {
        return ask(
                node,
                request(node, "/api/v1" + path)
                        .header("Authorization", "Bearer " + token)
                        .header(
                                "Content-Type",
                                method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                        .method(
                                method,
                                json.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(json)));
    }

    private String page(Node node, Viewer viewer, String path) throws Exception {
        return page(node, session(viewer), path);
    }

    private String page(Node node, String cookie, String path) throws Exception {
        return ask(node, request(node, path).header("Cookie", cookie).header("Accept", "text/html"))
                .body();
    }

    private String session(Viewer viewer) {
        return "parvis_session=" + Tokens.session(jdbc, viewer);
    }

    private static HttpRequest.Builder request(Node node, String path) {
        return HttpRequest.newBuilder(node.address().resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> ask(Node node, HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
