package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisProcess;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network as people run it, killed while four upload files and post them through the REST API: the application,
 * PostgreSQL, both. Whoever gets no answer asks again with the same Idempotency-Key.
 */
class KilledNetworkTests {

    private static final String ADMINISTRATOR = "nadia.berrada@example.org";
    private static final Map<String, String> SET_UP =
            Map.of("PARVIS_ADMIN_EMAIL", ADMINISTRATOR, "PARVIS_ADMIN_PASSWORD", "waage-kompass-sieben");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Process> servers = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean ended;
    private Path data = Path.of("");
    private int port;
    private String token = "";

    @BeforeEach
    void aFolderAndAPort() throws IOException {
        data = ParvisProcess.freshFolder("killed-network");
        port = ParvisProcess.freePort();
    }

    @AfterEach
    void stopEverything() throws Exception {
        ended = true;
        for (var writer : writers) writer.join();
        for (var server : servers) server.destroy();
        for (var server : servers) server.waitFor(1, TimeUnit.MINUTES);
    }

    @Test
    void everyAcknowledgedPostIsThereOnceWithItsFilesWhateverIsKilled() throws Exception {
        var application = run();
        token = spoken("token", ADMINISTRATOR);
        for (var writer = 0; writer < 4; writer++)
            writers.add(Thread.ofVirtual().start(this::write));
        awaitMore();

        application.destroyForcibly().waitFor();
        application = run();
        awaitMore();

        postgres().destroyForcibly();
        awaitMore();

        application.destroyForcibly();
        postgres().destroyForcibly();
        application.waitFor();
        run();
        awaitMore();

        ended = true;
        for (var writer : writers) writer.join();
        var kept = kept();
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    private void write() {
        while (!ended) {
            var text = "Pump " + number.incrementAndGet();
            var plan = uploaded(text + " plan");
            var photo = uploaded(text + " photo");
            while (!ended && !post(text, plan, photo)) Thread.onSpinWait();
        }
    }

    private String uploaded(String content) {
        var file = upload(content);
        while (!ended && file.isEmpty()) file = upload(content);
        return file.orElse("");
    }

    private Optional<String> upload(String content) {
        try {
            var part =
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\n%s\r\n--b--\r\n"
                            .formatted(content);
            var request = request("files")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofString(part))
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 201 ? Optional.of(JsonPath.read(answer.body(), "$.id")) : Optional.empty();
        } catch (IOException nobodyAnswered) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean post(String text, String plan, String photo) {
        try {
            var request = request("posts")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", text)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"text\": \"%s\", \"files\": [\"%s\", \"%s\"]}".formatted(text, plan, photo)))
                    .build();
            var created =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 201;
            if (created) acknowledged.add(text);
            return created;
        } catch (IOException nobodyAnswered) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> kept() throws Exception {
        var me = JsonPath.<String>read(get("me"), "$.id");
        var texts = new ArrayList<String>();
        var cursor = "";
        do {
            var page = get("people/%s/posts?limit=100%s".formatted(me, cursor));
            texts.addAll(JsonPath.<List<String>>read(page, "$.items[*].text"));
            for (var post : JsonPath.<List<Object>>read(page, "$.items[*]")) checkFiles(post);
            var next = JsonPath.<String>read(page, "$.next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return texts;
    }

    // All of them, to the last byte.
    private void checkFiles(Object post) throws Exception {
        var text = JsonPath.<String>read(post, "$.text");
        var contents = new ArrayList<String>();
        for (var url : JsonPath.<List<String>>read(post, "$.files[*].url")) {
            contents.add(body(request(URI.create("http://127.0.0.1:%d%s".formatted(port, url)))));
        }
        assertThat(contents).containsExactly(text + " plan", text + " photo");
    }

    private String get(String path) throws Exception {
        return body(request(path));
    }

    private String body(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest.Builder request(String path) {
        return request(URI.create("http://127.0.0.1:%d/api/v1/%s".formatted(port, path)));
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private void awaitMore() {
        var before = acknowledged.size();
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() > before + 20);
    }

    private ProcessHandle postgres() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private Process run() throws IOException {
        var server = ParvisProcess.serve(data, port, SET_UP);
        servers.add(server);
        return server;
    }

    private String spoken(String... words) throws IOException, InterruptedException {
        var command = ParvisProcess.command(data, SET_UP, words).start();
        try (var said = command.inputReader()) {
            var lines = said.readAllLines();
            assertThat(command.waitFor()).isZero();
            return lines.getLast();
        }
    }
}
