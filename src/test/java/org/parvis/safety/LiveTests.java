package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reaction;
import org.parvis.conversation.Reactions;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What moves on open pages, listened to over HTTP as browsers and programs do. */
@BrowserTest
class LiveTests {

    record Stream(Queue<String> heard, CompletableFuture<?> end) {}

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sign_in_session set ended_at = now() where person_id = :id",
                "update sign_in_session set expires_at = now() where person_id = :id",
                "update person set state = 'deactivated' where id = :id"
            })
    void aBrowsersStreamEndsWithItsSession(String ending) {
        var youssef = active(cast.youssef());
        var stream = open("/live", "Cookie", "parvis_session=" + Tokens.session(jdbc, youssef));

        jdbc.sql(ending).param("id", youssef.id().value()).update();

        assertThat(stream.end()).succeedsWithin(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_token set revoked_at = now() where person_id = :id",
                "update access_token set expires_at = now() where person_id = :id",
                "update person set state = 'deactivated' where id = :id"
            })
    void aProgramsStreamEndsWithItsToken(String ending) {
        var youssef = active(cast.youssef());
        var stream = open("/api/v1/live", "Authorization", "Bearer " + Tokens.give(jdbc, youssef));

        jdbc.sql(ending).param("id", youssef.id().value()).update();

        assertThat(stream.end()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void nobodyHearsWhatTheyMayNotRead() {
        // Numbers that nothing else has, so that one in a stream can only be this thing's.
        for (var table : List.of("post", "comment", "community")) {
            jdbc.sql("alter table %s alter column id restart with %d"
                            .formatted(table, 7_000_000 + 100_000 * table.length()))
                    .update();
        }
        var bruno = cast.bruno();
        var shared =
                communities.create(bruno, new CommunityForm("Shared", "", "business", "request", true, null, null));
        for (var viewer : List.of(cast.gil(), cast.priya(), cast.lucia())) {
            jdbc.sql("insert into membership values (:shared, :person, 'member', now(), :owner)")
                    .param("shared", shared.value())
                    .param("person", viewer.id().value())
                    .param("owner", bruno.id().value())
                    .update();
        }
        var secret =
                communities.create(bruno, new CommunityForm("Secret", "", "business", "invitation", false, null, null));
        memberships.put(bruno, secret, cast.lucia().id(), Standing.MEMBER);
        memberships.remove(bruno, secret, cast.lucia().id());
        var streams = List.of(listening(cast.gil()), listening(cast.priya()), listening(cast.lucia()));

        var hidden = posts.publish(
                bruno, secret, "Hidden @[Lucía Moreno](person:" + cast.lucia().id() + ")");
        var comment = comments.add(bruno, hidden, null, "Hidden too");
        reactions.put(bruno, hidden, Reaction.LIKE);
        posts.edit(bruno, hidden, "Still hidden");
        posts.delete(bruno, hidden, null);
        var said = posts.publish(bruno, shared, "For you all");

        for (var stream : streams) {
            await().until(() -> mentions(stream, said.toString()));
            assertThat(mentions(stream, hidden.toString())).isFalse();
            assertThat(mentions(stream, comment.toString())).isFalse();
            assertThat(mentions(stream, secret.toString())).isFalse();
        }
    }

    @Test
    void aVisitorHearsNothing() throws IOException, InterruptedException {
        assertThat(http.send(request("/live").build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(302);
        assertThat(http.send(request("/api/v1/live").build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private static boolean mentions(Stream stream, String id) {
        return stream.heard().stream().anyMatch(line -> line.startsWith("data:") && line.contains("\"" + id + "\""));
    }

    private Stream listening(Viewer viewer) {
        return open("/api/v1/live", "Authorization", "Bearer " + Tokens.give(jdbc, viewer));
    }

    private Stream open(String path, String header, String value) {
        var heard = new ConcurrentLinkedQueue<String>();
        var end = http.sendAsync(request(path).header(header, value).build(), BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(heard::add))
                .exceptionally(cut -> null);
        await().until(() -> !heard.isEmpty());
        return new Stream(heard, end);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .header("Accept", "text/event-stream");
    }

    private Viewer active(Viewer viewer) {
        jdbc.sql("update person set state = 'active' where id = :id")
                .param("id", viewer.id().value())
                .update();
        return viewer;
    }
}
