package org.parvis.safety;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Cast;
import org.parvis.testing.Recordings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.List;

/** Players ask for more than they take, and go. */
@BrowserTest
@Isolated("reads what the whole process prints")
@ExtendWith(OutputCaptureExtension.class)
class HangingUpTests {

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DataFolder folder;

    @Test
    void whoeverGoesIsNotTalkedAbout(CapturedOutput console) throws IOException {
        var bruno = cast.bruno();
        var film = publish(bruno, Recordings.sound(4_000));
        var request =
                "GET /files/%d/play HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(film, Tokens.give(jdbc, bruno));
        try (var line = new Socket("localhost", environment.getRequiredProperty("local.server.port", Integer.class))) {
            line.getOutputStream().write(request.getBytes(US_ASCII));
            var beginning = new String(line.getInputStream().readNBytes(12), US_ASCII);
            assertThat(beginning).isEqualTo("HTTP/1.1 206");
            // Whatever is on its way meets nobody.
            line.setSoLinger(true, 0);
        }

        await().until(() -> meters.find("http.server.requests").timers().stream()
                .anyMatch(
                        timer -> String.valueOf(timer.getId().getTag("uri")).endsWith("/play") && timer.count() == 1));
        assertThat(console.getAll()).doesNotContain("WARN", "ERROR", "Exception");
    }

    @Test
    void ofAnUploadThatBreaksOffNothingIsLeft() throws IOException {
        var most = 240L * 1024 * 1024;
        var beginning = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n\r\n";
        var request =
                "POST /api/v1/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\nAuthorization: Bearer %s\r\n\r\n%s"
                        .formatted(most, Tokens.give(jdbc, cast.bruno()), beginning);
        var before = files();
        try (var line = new Socket("localhost", environment.getRequiredProperty("local.server.port", Integer.class))) {
            var out = line.getOutputStream();
            out.write(request.getBytes(US_ASCII));
            var megabyte = new byte[1024 * 1024];
            for (var sent = 0; sent < 100; sent++) out.write(megabyte);
            await("it is being taken in").until(() -> uploaded() > 32L * megabyte.length);
            line.setSoLinger(true, 0);
        }

        await().until(() -> uploaded() == 0);
        assertThat(files()).isEqualTo(before);
        try (var kept = Files.walk(folder.files())) {
            assertThat(kept.filter(file -> file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    // What has arrived of uploads so far, in bytes.
    private long uploaded() throws IOException {
        try (var files = Files.walk(folder.resolve("uploads").resolve("arriving"))) {
            return files.mapToLong(
                            file -> Files.isRegularFile(file) ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private long files() {
        return jdbc.sql("select count(*) from file").query(Long.class).single();
    }

    private long publish(Viewer author, byte[] sound) {
        var file = attachments
                .keep(author.id().value(), "pump.wav", new ByteArrayResource(sound), sound.length)
                .id();
        posts.publish(author, null, "The pump", List.of(new Enclosure(file, "")));
        return file;
    }
}
