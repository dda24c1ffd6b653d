package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Bodies without end, by whatever method and from whomever: nobody's is read further than the longest text goes. */
@BrowserTest
class LongBodiesTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] THREE_MEGABYTES = filled(3 << 20);

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/posts", "PATCH, /api/v1/me", "PUT, /api/v1/notifications/read"})
    void whatComesInChunksEndsWhereATextDoes(String method, String path) throws Exception {
        assertThat(send(request(path, "application/json")
                        .method(method, BodyPublishers.ofInputStream(LongBodiesTests::endless))
                        .header("Authorization", "Bearer " + token())))
                .isEqualTo(413);
    }

    @Test
    void aFormInChunksEndsThereToo() throws Exception {
        assertThat(send(request("/posts", FORM)
                        .header("Cookie", "parvis_session=" + Tokens.session(jdbc, active(cast.bruno())))
                        .POST(BodyPublishers.ofInputStream(LongBodiesTests::endless))))
                .isEqualTo(413);
    }

    // By methods that no form of ours has, a form is not even read: the answer comes, or the line is cut, meanwhile.
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aFormIsReadByPostAlone(String method) throws Exception {
        for (var path : List.of("/sign-in", "/posts/1", "/api/v1/me")) {
            try {
                assertThat(send(request(path, FORM)
                                .expectContinue(true)
                                .method(method, BodyPublishers.ofByteArray(filled(1_000_000)))))
                        .as(path)
                        .isIn(302, 401, 405, 413);
            } catch (IOException cut) {
                assertThat(cut).rootCause().hasMessageMatching("Broken pipe|Connection reset.*");
            }
        }
        assertThat(send(request("/sign-in", FORM).GET())).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"})
    void aVisitorHasLittleToSay(String type) throws Exception {
        for (var body : List.of(
                BodyPublishers.ofByteArray(filled(100_000)),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(filled(10))))) {
            assertThat(send(request("/sign-in", type).POST(body))).isEqualTo(413);
        }
        assertThat(send(request("/sign-in", FORM)
                        .POST(BodyPublishers.ofString("email=a@example.org&password=" + "x".repeat(60_000)))))
                .isEqualTo(422);
    }

    @Test
    void whatSaysThatItIsLongIsNotReadAtAll() throws Exception {
        assertThat(send(request("/api/v1/posts", "application/json")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofByteArray(THREE_MEGABYTES))))
                .isEqualTo(413);
    }

    @Test
    void anIdempotencyKeyMakesNoLongerBodyGood() throws Exception {
        assertThat(send(request("/api/v1/posts", "application/json")
                        .header("Authorization", "Bearer " + token())
                        .header("Idempotency-Key", "long")
                        .POST(BodyPublishers.ofInputStream(LongBodiesTests::endless))))
                .isEqualTo(413);
    }

    @Test
    void theLongestTextFits() throws Exception {
        var text = "\\ud83d\\ude00".repeat(40_000);
        assertThat(send(request("/api/v1/posts", "application/json")
                        .header("Authorization", "Bearer " + token())
                        .POST(BodyPublishers.ofString("{\"text\": \"" + text + "\"}"))))
                .isEqualTo(201);
    }

    // A text that is still going on where nobody listens any more.
    private static InputStream endless() {
        return new SequenceInputStream(
                new ByteArrayInputStream("{\"text\": \"".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(THREE_MEGABYTES));
    }

    private String token() {
        return Tokens.give(jdbc, active(cast.bruno()));
    }

    private Viewer active(Viewer viewer) {
        jdbc.sql("update person set state = 'active' where id = :id")
                .param("id", viewer.id().value())
                .update();
        return viewer;
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .header("Content-Type", type);
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static byte[] filled(int size) {
        var bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }
}
