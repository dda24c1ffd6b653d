package org.parvis.safety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.Posts;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Recordings;
import org.parvis.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Every payload of the collection as a caption and in a transcript, shown by a browser over a film that runs. */
@BrowserTest
class HostileCaptionsInBrowserTests {

    private static final String SHOW_ALL = """
            (video) => new Promise((done) => {
              video.textTracks[0].mode = "showing"
              video.querySelector("track").addEventListener("load", () => done(video.textTracks[0].cues.length))
            })
            """;
    // Each as the browser itself makes elements of it.
    private static final String ELEMENTS = """
            (video) => [...video.textTracks[0].cues].flatMap((cue) => {
              const text = document.createElement("div")
              text.append(cue.getCueAsHTML())
              return [...text.querySelectorAll("*")].map((it) => it.localName)
            })
            """;

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

    @Autowired
    Cast cast;

    @Test
    void nothingRunsOfWhatIsSaid() throws IOException {
        var bruno = cast.bruno();
        var payloads = Files.readAllLines(SharedData.file("attacks/xss.txt")).stream()
                .filter(line -> !line.isBlank())
                .toList();
        var tone = Recordings.sound(2);
        var sound = attachments
                .keep(bruno.id().value(), "tone.wav", new ByteArrayResource(tone), tone.length)
                .id();
        var transcript = String.join("\n", payloads);
        var post = posts.publish(
                bruno,
                null,
                "Listen",
                List.of(new Enclosure(sound, "", transcript.substring(0, Math.min(transcript.length(), 40_000)))));
        var page = browsers.of(bruno);
        var trap = new Trap(page, browsers.address());
        trap.visit("/posts/" + post + "/captions");
        page.getByLabel("Captions", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload("all.vtt", "text/vtt", captions(payloads)));
        page.locator("main button.primary").click();

        assertThat(page.locator(".player summary")).isVisible();
        trap.visit("/posts/" + post);
        page.locator(".player summary").click();
        var shown = (Integer) page.locator("video").evaluate(SHOW_ALL);
        assertThat(shown).isGreaterThan(payloads.size() / 2);
        page.locator("video").evaluate("async (video) => { video.muted = true; await video.play() }");
        await().until(() -> (boolean) page.locator("video").evaluate("(video) => video.currentTime > 0.5"));
        var elements = (List<?>) page.locator("video").evaluate(ELEMENTS);
        assertThat(elements.stream().map(Object::toString)).isSubsetOf("b", "i", "u", "span");
        assertThat(page.evaluate("window.ran ?? null")).isNull();
        assertThat(page.evaluate("window.stopped ?? null")).isNull();
        trap.visit("/posts/" + post + "/captions");
    }

    // All at once, for the whole length.
    private static byte[] captions(List<String> payloads) {
        var text = new StringBuilder("WEBVTT\n");
        payloads.forEach(payload -> text.append("\n00:00.000 --> 00:02.000 ")
                .append("align:start\n")
                .append(payload)
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
