package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Recordings;
import org.parvis.testing.S3Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** The whole application with its files in a store that speaks S3. */
@ParvisTest
class FilesInBucketTests {

    private static final S3Store STORE = S3Store.start();

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

    @Autowired
    DataFolder folder;

    @Autowired
    Cast cast;

    @DynamicPropertySource
    static void files(DynamicPropertyRegistry settings) {
        settings.add("parvis.files", () -> STORE.setting("network"));
    }

    @AfterAll
    static void noMore() {
        STORE.close();
    }

    @Test
    void whatIsPublishedIsThereForItsReadersAndNotOnOurDisk() throws IOException {
        var bruno = cast.bruno();
        var sound = Recordings.sound(2);
        var picture = keep(bruno, "hall.png", picture());
        var plan = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));
        var film = keep(bruno, "pump.wav", sound);
        posts.publish(
                bruno, null, "The hall", List.of(new Enclosure(picture), new Enclosure(plan), new Enclosure(film)));

        var shown = get(cast.priya(), "/files/" + picture + "/320");
        assertThat(shown).hasStatusOk().hasContentType("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.getResponse().getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(320);
        assertThat(get(cast.priya(), "/files/" + plan))
                .hasStatusOk()
                .hasHeader("Content-Length", "8")
                .bodyText()
                .isEqualTo("The plan");
        var piece = browser.get()
                .uri("/files/" + film + "/play")
                .with(as(cast.priya()))
                .header("Range", "bytes=1000-1999")
                .exchange();
        assertThat(piece).hasStatus(206);
        assertThat(piece.getResponse().getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(sound, 1000, 2000));
        try (var here = Files.walk(folder.files())) {
            assertThat(here.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private long keep(Viewer owner, String name, byte[] content) {
        return attachments
                .keep(owner.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return browser.get().uri(path).with(as(viewer)).exchange();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
