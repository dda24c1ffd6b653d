package org.parvis.safety;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Two are served at once, three may wait: more come. */
@BrowserTest
@TestPropertySource(properties = {"parvis.requests-at-once=2", "parvis.requests-waiting=3"})
class AdmissionTests {

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Environment environment;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatIsTooMuchIsRefusedAndWhatIsServedIsServed() {
        var token = Tokens.give(jdbc, cast.bruno());
        var asked = transaction.execute(tx -> {
            nobodyGetsIn();
            var all = IntStream.range(0, 12)
                    .mapToObj(_ -> send("/api/v1/me", token))
                    .toList();
            await().until(() -> answered(all) == 10);
            assertThat(meters.get("parvis.requests.active").gauge().value()).isEqualTo(2);
            assertThat(send("/assets/none.css", token).join().statusCode()).isEqualTo(404);
            return all;
        });

        var answers = asked.stream().map(CompletableFuture::join).toList();
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        });
        assertThat(send("/api/v1/me", token).join().statusCode()).isEqualTo(200);
        await().until(() -> meters.get("parvis.requests.active").gauge().value() == 0);
        assertThat(meters.get("parvis.requests.refused").functionCounter().count())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void everybodyIsRefusedAlikeAndPeopleByAPage() {
        var token = Tokens.give(jdbc, cast.bruno());
        transaction.executeWithoutResult(tx -> {
            nobodyGetsIn();
            var all = IntStream.range(0, 2)
                    .mapToObj(_ -> send("/api/v1/me", token))
                    .toList();
            await().until(() -> meters.get("parvis.requests.active").gauge().value() == 2);
            var there = send("/posts/1", token).join();
            var notThere = send("/posts/2", "").join();
            assertThat(there.statusCode()).isEqualTo(503);
            assertThat(there.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(there.body()).contains("Parvis is very busy", "</html>");
            assertThat(notThere.body()).isEqualTo(there.body());
            assertThat(all).noneMatch(CompletableFuture::isDone);
        });
    }

    /** More bodies drip in than there are places, and none of them keeps anybody waiting. */
    @Test
    void whoeverSendsSlowlyHoldsNoPlace() throws IOException {
        var token = Tokens.give(jdbc, cast.bruno());
        var text = "{\"text\": \"The pump is back\"}";
        var lines = IntStream.range(0, 4).mapToObj(_ -> begun(token, text)).toList();
        await().until(() -> meters.get("parvis.requests.active").gauge().value() == 0);
        assertThat(send("/api/v1/me", token).join().statusCode()).isEqualTo(200);

        for (var line : lines) {
            line.getOutputStream().write(text.substring(10).getBytes(US_ASCII));
            assertThat(new String(line.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 201");
            line.close();
        }
    }

    /** A form, too: it is read before it has a place, and served whole. */
    @Test
    void whoeverSendsAFormSlowlyHoldsNoPlace() throws IOException {
        var form = "email=nobody%40example.org&password=none-of-these";
        var lines = IntStream.range(0, 4).mapToObj(_ -> begunForm(form)).toList();
        var token = Tokens.give(jdbc, cast.bruno());
        assertThat(send("/api/v1/me", token).join().statusCode()).isEqualTo(200);
        await().until(() -> meters.get("parvis.requests.active").gauge().value() == 0);

        for (var line : lines) {
            line.getOutputStream().write(form.substring(10).getBytes(US_ASCII));
            assertThat(new String(line.getInputStream().readAllBytes(), UTF_8)).contains("nobody@example.org");
            line.close();
        }
    }

    // Whoever shows a token waits for the table of tokens.
    private void nobodyGetsIn() {
        jdbc.sql("lock table access_token in access exclusive mode").update();
    }

    private static long answered(List<CompletableFuture<HttpResponse<String>>> all) {
        return all.stream().filter(CompletableFuture::isDone).count();
    }

    private CompletableFuture<HttpResponse<String>> send(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private Socket begun(String token, String text) {
        var head =
                "POST /api/v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(text.length(), token);
        return begun(head + text.substring(0, 10));
    }

    private Socket begun(String beginning) {
        try {
            var line = new Socket("localhost", port());
            line.getOutputStream().write(beginning.getBytes(US_ASCII));
            return line;
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Socket begunForm(String form) {
        var head =
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(form.length());
        return begun(head + form.substring(0, 10));
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
