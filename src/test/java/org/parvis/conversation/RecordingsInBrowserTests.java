package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.Recordings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Films and sound that a browser really plays. */
@BrowserTest
class RecordingsInBrowserTests {

    private static final String CUES = "WEBVTT\n\n00:00.000 --> 00:10.000\nThe pump whistles.\n";

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

    @Autowired
    Cast cast;

    Viewer bruno;

    @BeforeEach
    void somebody() {
        bruno = cast.bruno();
    }

    @Test
    void aFilmIsPlayedWhereItStands() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        var film = Recordings.film(page);
        page.getByLabel("Your text").fill("The colours");
        choose(page, new FilePayload("colours.bin", "application/octet-stream", film));
        transcript(page).fill("Nothing is said.");
        captions(page).setInputFiles(new FilePayload("c.vtt", "text/vtt", CUES.getBytes(StandardCharsets.UTF_8)));
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        button(page, "Post").click();

        var video = page.locator("video");
        assertThat(video).hasAccessibleName("colours.bin");
        assertThat(video).hasAttribute("preload", "none");
        Assertions.assertThat(page.evaluate("""
                        async (address) => {
                          const picture = await createImageBitmap(await (await fetch(address)).blob())
                          return [picture.width, picture.height]
                        }
                        """, video.getAttribute("poster"))).isEqualTo(List.of(160, 90));
        var before = video.boundingBox();
        play(video);
        assertThat(video).hasJSProperty("ended", true);
        Assertions.assertThat(video.evaluate("(video) => [video.videoWidth, video.videoHeight]"))
                .isEqualTo(List.of(160, 90));
        Assertions.assertThat(video.boundingBox()).usingRecursiveComparison().isEqualTo(before);
        video.evaluate("(video) => { video.textTracks[0].mode = 'showing' }");
        await().until(() ->
                video.evaluate("(video) => video.textTracks[0].cues?.length").equals(1));
        Assertions.assertThat(video.evaluate("(video) => video.textTracks[0].label"))
                .isEqualTo("English");
        page.locator("summary", new Page.LocatorOptions().setHasText("Transcript"))
                .click();
        assertThat(page.getByText("Nothing is said.")).isVisible();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void soundIsSoughtPieceByPiece() {
        var tone = Recordings.sound(300);
        var file = attachments
                .keep(bruno.id().value(), "pump.wav", new ByteArrayResource(tone), tone.length)
                .id();
        var post = posts.publish(bruno, null, "The pump", List.of(new Enclosure(file, "")));
        var page = browsers.of(bruno);
        var pieces = new ConcurrentLinkedQueue<String>();
        page.onResponse(answer -> {
            if (answer.url().endsWith("/play")) {
                pieces.add(answer.status() + " " + answer.headerValue("content-range"));
            }
        });
        page.navigate("/posts/" + post);
        var audio = page.locator("audio");
        assertThat(audio).isVisible();

        assertThat(audio).hasJSProperty("duration", 300);
        audio.evaluate("(audio) => { audio.currentTime = 290 }");
        assertThat(audio).hasJSProperty("seeking", false);
        play(audio);
        await().until(() -> (boolean) audio.evaluate("(audio) => audio.currentTime > 290.3"));
        Assertions.assertThat(pieces).isNotEmpty().allMatch(piece -> piece.startsWith("206 bytes "));
        Assertions.assertThat(pieces).anyMatch(piece -> !piece.startsWith("206 bytes 0-"));
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void withoutAScriptItsAuthorAddsWhatIsSaid() {
        var tone = Recordings.sound(1);
        var file = attachments
                .keep(bruno.id().value(), "pump.wav", new ByteArrayResource(tone), tone.length)
                .id();
        var post = posts.publish(bruno, null, "The pump", List.of(new Enclosure(file, "")));
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/" + post);
        page.navigate("/posts/" + post + "/captions");
        captions(page).setInputFiles(new FilePayload("c.vtt", "text/vtt", "soon".getBytes(StandardCharsets.UTF_8)));
        transcript(page).fill("It whistles.");
        button(page, "Save").click();
        assertThat(page.getByText("Line 1 should say from when to when")).isVisible();
        assertThat(transcript(page)).hasValue("It whistles.");
        captions(page).setInputFiles(new FilePayload("c.vtt", "text/vtt", CUES.getBytes(StandardCharsets.UTF_8)));
        button(page, "Save").click();

        assertThat(page.locator("video track")).hasAttribute("srclang", "en");
        page.navigate("/posts/" + post + "/captions");
        page.getByLabel("Remove the captions: English").check();
        button(page, "Save").click();
        assertThat(page.locator("audio")).isVisible();
    }

    private static void play(Locator recording) {
        recording.evaluate("async (recording) => { recording.muted = true; await recording.play() }");
    }

    private static void choose(Page page, FilePayload... files) {
        page.waitForFileChooser(() -> button(page, "Attach files").click()).setFiles(files);
    }

    private static Locator transcript(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Transcript"));
    }

    private static Locator captions(Page page) {
        return page.getByLabel("Captions", new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
