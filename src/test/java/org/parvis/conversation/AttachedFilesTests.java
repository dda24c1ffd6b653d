package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Documented;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.web.Invalid;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Files that are attached to posts: who may have them, and what becomes of them on the way. */
@ParvisTest
class AttachedFilesTests {

    private static final String PAGE = "<!doctype html><script>alert(1)</script>";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Attachments attachments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        bruno = cast.bruno();
        priya = cast.priya();
        council = communities.create(
                bruno, new CommunityForm("Council", "Behind doors", "business", "invitation", true, null, null));
    }

    @Test
    void aPictureIsShownInTheSizesOfThePage() throws IOException {
        var picture = keep(bruno, "hall.png", picture(3000, 1500));
        var post = posts.publish(bruno, null, "The hall", List.of(new Enclosure(picture, "The hall by night")));

        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("src=\"/files/" + picture + "/640\"", "alt=\"The hall by night\"", "width=\"2048\"");
        var small = get(priya, "/files/" + picture + "/640");
        assertThat(small).hasStatusOk().hasContentType("image/jpeg");
        var seen = ImageIO.read(new ByteArrayInputStream(small.getResponse().getContentAsByteArray()));
        assertThat(seen.getWidth()).isEqualTo(640);
        assertThat(seen.getHeight()).isEqualTo(320);
    }

    @Test
    void whoKnowsALighterFormatGetsIt() throws IOException {
        var picture = keep(bruno, "hall.png", picture(3000, 1500));
        posts.publish(bruno, null, "The hall", List.of(new Enclosure(picture, "The hall by night")));

        var light = browser.get()
                .uri("/files/" + picture + "/640")
                .with(as(priya))
                .header("Accept", "image/avif,image/webp,*/*;q=0.8")
                .exchange();

        assertThat(light).hasStatusOk().hasContentType("image/webp").hasHeader("Vary", "Accept");
        assertThat(light.getResponse().getContentAsByteArray()).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        assertThat(get(priya, "/files/" + picture + "/640")).hasContentType("image/jpeg");
        assertThat(browser.get()
                        .uri("/files/" + picture + "/2048")
                        .with(as(priya))
                        .header("Accept", "image/webp"))
                .hasContentType("image/jpeg");
    }

    @Test
    void whatIsNoPictureIsSavedAndNeverShown() {
        var file = keep(bruno, "../../../etc/pay\u202Egnp.html", PAGE.getBytes(StandardCharsets.UTF_8));
        var post = posts.publish(bruno, null, "The page", List.of(new Enclosure(file, "")));

        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("paygnp.html", "href=\"/files/" + file + "\"")
                .doesNotContain("etc/");
        var saved = get(priya, "/files/" + file);
        assertThat(saved)
                .hasStatusOk()
                .hasHeader("Content-Type", "application/octet-stream")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Cache-Control", "private, no-store")
                .bodyText()
                .isEqualTo(PAGE);
        assertThat(saved.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(get(priya, "/files/" + file + "/640")).hasStatus(404);
    }

    @Test
    void aDocumentShowsItsFirstPageToWhoMayReadThePost() throws IOException {
        var plan = keep(bruno, "Plan.pdf", Documented.pdf("Plan of the hall", "Where the pumps stand"));
        var post = posts.publish(bruno, council, "The plan", List.of(new Enclosure(plan, "")));
        await().untilAsserted(() -> assertThat(
                        browser.get().uri("/posts/" + post).with(as(bruno)))
                .bodyText()
                .contains("src=\"/files/" + plan + "/320\"", "alt=\"First page of Plan.pdf\"", "2 pages"));

        assertThat(get(bruno, "/files/" + plan + "/1280")).hasStatusOk().hasContentType("image/jpeg");
        assertThat(get(bruno, "/files/" + plan + "/640")).hasStatus(404);
        assertThat(get(priya, "/files/" + plan + "/1280")).hasStatus(404);
        assertThat(get(bruno, "/files/" + plan)).hasStatusOk().hasContentType("application/octet-stream");
    }

    @Test
    void aCommentTakesFilesToWhoMayReadItsPost() throws IOException {
        var picture = keep(bruno, "leak.png", picture(400, 300));
        var plan = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));
        var post = posts.publish(bruno, council, "Where does it leak?");

        assertThat(browser.post()
                        .uri("/posts/" + post + "/comments")
                        .with(as(bruno))
                        .param("text", "Here.")
                        .param("files", Long.toString(picture), Long.toString(plan))
                        .param("alt-" + picture, "A wet flange"))
                .hasStatus3xxRedirection();

        assertThat(browser.get().uri("/posts/" + post).with(as(bruno)))
                .bodyText()
                .contains("alt=\"A wet flange\"", "href=\"/files/" + plan + "\"");
        assertThat(get(bruno, "/files/" + picture + "/320")).hasStatusOk();
        assertThatItIsNotThere(priya, plan);
        assertThat(get(priya, "/files/" + picture + "/320")).hasStatus(404);
        memberships.invite(bruno, council, priya.id());
        memberships.enter(priya, council);
        assertThat(get(priya, "/files/" + plan)).hasStatusOk();
    }

    @Test
    void theFilesOfACommentGoWithIt() {
        var plan = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));
        var post = posts.publish(bruno, null, "Where does it leak?");
        var comment = comments.add(bruno, post, null, "Here.", List.of(new Enclosure(plan, "")));
        comments.add(priya, post, comment, "An answer that stays");
        assertThat(get(priya, "/files/" + plan)).hasStatusOk();

        comments.delete(bruno, comment, null);

        assertThat(get(priya, "/files/" + plan)).hasStatus(404);
        assertThat(get(bruno, "/files/" + plan)).hasStatus(404);
        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("An answer that stays")
                .doesNotContain("plan.txt");
    }

    @Test
    void aCommentWithoutAScriptKeepsItsFilesUntilItIsRight() {
        var post = posts.publish(bruno, null, "Where does it leak?");
        var empty = browser.post()
                .uri("/posts/" + post + "/comments")
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile(
                        "file", "plan.txt", "text/plain", "The plan".getBytes(StandardCharsets.UTF_8)))
                .param("text", " ")
                .exchange();

        assertThat(empty).hasStatus(422).bodyText().contains("plan.txt");
        var file = jdbc.sql("select max(id) from file where name = 'plan.txt'")
                .query(Long.class)
                .single();
        assertThat(browser.post()
                        .uri("/posts/" + post + "/comments")
                        .with(as(bruno))
                        .param("text", "Not so fast")
                        .param("files", Long.toString(file))
                        .param("without", Long.toString(file)))
                .hasStatusOk()
                .bodyText()
                .contains("Not so fast")
                .doesNotContain("plan.txt");
        assertThat(posts.find(priya, post).comments()).isZero();
    }

    @Test
    void aPictureThatCannotBeShownIsSaidToBeThereToBeSaved() {
        var answer = browser.post()
                .uri("/files")
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile(
                        "file", "plan.tiff", "image/jpeg", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .exchange();

        assertThat(answer).hasStatusOk().bodyText().contains("plan.tiff", "cannot be shown here");
    }

    @Test
    void aNameThatIsANumberIsNoSizeOfAPicture() {
        var file = keep(bruno, "640", PAGE.getBytes(StandardCharsets.UTF_8));
        posts.publish(bruno, null, "A number", List.of(new Enclosure(file, "")));

        assertThat(get(bruno, "/files/" + file + "/640")).hasStatus(404);
    }

    @Test
    void whatWaitsIsItsOwnersAlone() {
        var file = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));

        assertThat(get(bruno, "/files/" + file)).hasStatusOk();
        assertThatItIsNotThere(priya, file);
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(priya))
                        .param("text", "Look what I found")
                        .param("files", Long.toString(file)))
                .hasStatus(422)
                .bodyText()
                .contains("Look what I found", "no longer here")
                .doesNotContain("plan.txt");
        assertThat(browser.delete().uri("/files/" + file).with(as(priya))).hasStatus(404);
        assertThat(get(bruno, "/files/" + file)).hasStatusOk();
        assertThat(browser.delete().uri("/files/" + file).with(as(bruno))).hasStatus(204);
        assertThatItIsNotThere(bruno, file);
    }

    @Test
    void whatIsBehindDoorsIsForItsMembersAsLongAsTheyAre() throws IOException {
        var plan = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));
        var picture = keep(bruno, "door.png", picture(400, 300));
        var post = posts.publish(
                bruno, council, "The plan", List.of(new Enclosure(plan, ""), new Enclosure(picture, "A door")));

        assertThatItIsNotThere(priya, plan);
        assertThat(get(priya, "/files/" + picture + "/320")).hasStatus(404);
        memberships.invite(bruno, council, priya.id());
        memberships.enter(priya, council);
        assertThat(get(priya, "/files/" + plan)).hasStatusOk();
        assertThat(get(priya, "/files/" + picture + "/320")).hasStatusOk();
        memberships.leave(priya, council);
        assertThatItIsNotThere(priya, plan);
        posts.delete(bruno, post, null);
        assertThatItIsNotThere(bruno, plan);
        assertThat(get(bruno, "/files/" + picture + "/320")).hasStatus(404);
    }

    @Test
    void aFileBelongsToOnePost() {
        var file = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));
        posts.publish(bruno, council, "Once", List.of(new Enclosure(file, "")));
        var before = count("select count(*) from post");

        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("text", "For everybody")
                        .param("files", Long.toString(file)))
                .hasStatus(422);
        assertThat(count("select count(*) from post")).isEqualTo(before);
        assertThat(attachments.discard(bruno.id().value(), file)).isFalse();
        assertThat(get(bruno, "/files/" + file)).hasStatusOk();
    }

    @Test
    void withoutAScriptFilesComeWithTheFormAndAreNotLost() {
        var refused = browser.post()
                .uri("/posts")
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile(
                        "file", "plan.txt", "text/plain", "The plan".getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile("file", "nothing.txt", "text/plain", new byte[0]))
                .param("text", "")
                .exchange();
        var file = count("select max(id) from file where attached");

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("plan.txt", "name=\"files\" value=\"" + file + "\"", "This file is empty.");
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("text", "The plan")
                        .param("files", Long.toString(file)))
                .hasStatus(303);
        assertThat(get(priya, "/files/" + file)).hasStatusOk();
    }

    @Test
    void oneIsTakenOutAgainWithoutAScript() {
        var file = keep(bruno, "plan.txt", "The plan".getBytes(StandardCharsets.UTF_8));

        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(bruno))
                        .param("text", "The plan")
                        .param("files", Long.toString(file))
                        .param("without", Long.toString(file)))
                .hasStatusOk()
                .bodyText()
                .contains("The plan")
                .doesNotContain("plan.txt");
    }

    @Test
    void sentAheadEachIsAnsweredWithItsLine() {
        assertThat(upload("/files", "plan.txt", "The plan"))
                .hasStatusOk()
                .bodyText()
                .contains("plan.txt", "name=\"files\"", "8 byte");
        assertThat(upload("/files", "nothing.txt", ""))
                .hasStatus(422)
                .bodyText()
                .contains("This file is empty.")
                .doesNotContain("<html");
    }

    @Test
    void programsUploadAndPublish() {
        var uploaded = upload("/api/v1/files", "plan.txt", "The plan");
        assertThat(uploaded).hasStatus(201).bodyJson().extractingPath("$.type").isEqualTo("text/plain");
        var file = count("select max(id) from file where attached");

        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType("application/json")
                        .content("{\"text\": \"The plan\", \"files\": [\"%d\"]}".formatted(file)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.files[0]")
                .asMap()
                .containsEntry("id", Long.toString(file))
                .containsEntry("name", "plan.txt")
                .containsEntry("size", 8)
                .containsEntry("url", "/files/" + file);
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType("application/json")
                        .content("{\"text\": \"The plan\", \"files\": [\"me\"]}"))
                .hasStatus(422);
    }

    @Test
    void noMoreThanTen() {
        var files = IntStream.rangeClosed(1, Attachments.MOST + 1)
                .mapToObj(n -> new Enclosure(keep(bruno, n + ".txt", new byte[] {1}), ""))
                .toList();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> posts.publish(bruno, null, "Many", files))
                .satisfies(refused -> assertThat(refused.of("files")).isPresent());
    }

    private long keep(Viewer owner, String name, byte[] content) {
        return attachments
                .keep(owner.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    private MvcTestResult upload(String path, String name, String content) {
        return browser.post()
                .uri(path)
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content.getBytes(StandardCharsets.UTF_8)))
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return browser.get().uri(path).with(as(viewer)).exchange();
    }

    // An alert on its way to the viewer may change the bell between the two answers; once it is there, they are the
    // same.
    private void assertThatItIsNotThere(Viewer viewer, long file) {
        assertThat(get(viewer, "/files/" + file)).hasStatus(404);
        await().untilAsserted(() -> {
            var hidden = get(viewer, "/files/" + file);
            var absent = get(viewer, "/files/999999");
            assertThat(hidden).hasStatus(404);
            assertThat(text(hidden).replace("/files/" + file, ""))
                    .isEqualTo(text(absent).replace("/files/999999", ""));
        });
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
