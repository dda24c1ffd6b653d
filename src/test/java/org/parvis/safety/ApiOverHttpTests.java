package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The API as programs meet it on the wire, with what the container itself answers. */
@BrowserTest
class ApiOverHttpTests {

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();
    private Viewer bruno;
    private String token;

    @BeforeEach
    void aProgramOfBrunos() {
        bruno = cast.bruno();
        token = Tokens.give(jdbc, bruno);
    }

    @Test
    void whateverRefusesAProgramAnswersAProblem() throws Exception {
        for (var address : List.of(
                "//api/v1/me",
                "/api/v1/posts/1;a=b",
                "/api/v1/people/../me",
                "/api/v1/people?q=%FF",
                "/api/v1/people?q=%00")) {
            var answer = send(request(address));
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(type(answer)).as(address).isEqualTo("application/problem+json");
        }
        for (var address : List.of("/api", "/api/v2", "/api/v1/nothing")) {
            var answer = send(request(address));
            assertThat(answer.statusCode()).as(address).isEqualTo(404);
            assertThat(type(answer)).as(address).isEqualTo("application/problem+json");
        }
        var other = send(request("/api/v1/me").method("PUT", BodyPublishers.ofString("{}")));
        assertThat(other.statusCode()).isEqualTo(405);
        assertThat(other.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET"));
    }

    @Test
    void aTokenOpensNoPageAndAForeignOneNothing() throws Exception {
        assertThat(send(request("/people")).headers().firstValue("Location")).hasValue("/sign-in?next=%2Fpeople");
        assertThat(send(request("/api/v1/me")).statusCode()).isEqualTo(200);
        jdbc.sql("update access_token set revoked_at = now()").update();
        assertThat(send(request("/api/v1/me")).statusCode()).isEqualTo(401);
    }

    @Test
    void aBodyWithoutALengthIsBoundedToo() throws Exception {
        var endless = "{\"text\": \"" + "x".repeat(3 << 20) + "\"}";
        var answer = send(request("/api/v1/posts")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(endless.getBytes(StandardCharsets.UTF_8)))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void headAndOptionsSayWhatGetWould() throws Exception {
        var head = send(request("/api/v1/me").method("HEAD", BodyPublishers.noBody()));
        var options = send(request("/api/v1/me").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(type(head)).isEqualTo("application/json");
        assertThat(options.headers().firstValue("Allow"))
                .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET", "PATCH"));
    }

    @Test
    void theStreamSaysKindPositionAndThing() {
        var lines = listen(null);
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("id: ")));
        var begun = position(lines);
        assertThat(lines).noneMatch(line -> line.startsWith("event: ") || line.startsWith("data: "));

        var post = posts.publish(cast.priya(), null, "Said aloud");
        var comment = comments.add(cast.priya(), post, null, "And more");

        await().until(() -> lines.contains("event: comment"));
        var heard = List.copyOf(lines);
        var at = heard.indexOf("event: post");
        assertThat(heard.get(at + 1)).matches("id: [0-9]+");
        assertThat(heard.get(at + 2)).isEqualTo("data: {\"id\":\"%s\"}".formatted(post));
        assertThat(heard.get(at + 3)).isEmpty();
        assertThat(heard).contains("data: {\"id\":\"%s\",\"post\":\"%s\"}".formatted(comment, post));

        var again = listen(begun);
        await().until(() -> again.contains("event: comment"));
        assertThat(again).contains("data: {\"id\":\"%s\"}".formatted(post));
    }

    private Queue<String> listen(@Nullable String after) {
        var lines = new ConcurrentLinkedQueue<String>();
        var request = request("/api/v1/live").header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        http.sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        return lines;
    }

    private static String position(Queue<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring("id: ".length());
    }

    private HttpRequest.Builder request(String address) {
        var origin = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create(origin + address)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }
}
