package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Revision;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Recordings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** Files that come and go when a post or a comment is reworded. */
@ParvisTest
class RevisedFilesTests {

    private static final String CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt leaks.\n";

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
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
    }

    @Test
    void oneGoesAndAnotherComes() {
        var old = keep("old.txt");
        var post = posts.publish(bruno, null, "The plan", List.of(new Enclosure(old)));
        var fresh = keep("fresh.txt");

        assertThat(browser.patch()
                        .uri("/posts/" + post)
                        .with(as(bruno))
                        .param("text", "The plan")
                        .param("files", "", Long.toString(fresh)))
                .hasStatus(303);

        assertThat(get(priya, "/posts/" + post))
                .bodyText()
                .contains("fresh.txt")
                .doesNotContain("old.txt");
        assertThat(get(priya, "/files/" + fresh)).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from file where id = :old")
                        .param("old", old)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasTakenOutIsNotThereForAnybodyInAnyForm() throws IOException {
        var picture = keep("hall.png", picture());
        var film = keep("pump.wav", Recordings.sound(1));
        var post = posts.publish(
                bruno, null, "The hall", List.of(new Enclosure(picture, "The hall"), new Enclosure(film)));
        caption(post, film);
        var ways = List.of(
                "/files/" + picture,
                "/files/" + picture + "/320",
                "/files/" + picture + "/2048",
                "/files/" + film,
                "/files/" + film + "/play",
                "/files/" + film + "/captions/fr");
        for (var way : ways) {
            assertThat(get(priya, way)).as(way).hasStatusOk();
        }

        posts.edit(bruno, post, "The hall", Revision.to(List.of()));

        for (var way : ways) {
            assertThat(get(priya, way)).as(way).hasStatus(404);
            assertThat(get(bruno, way)).as(way).hasStatus(404);
        }
        assertThat(jdbc.sql("select count(*) from file where place_id = :picture and name = '320'")
                        .param("picture", picture)
                        .query(Long.class)
                        .single())
                .as("a sweep finds nothing that names its sizes")
                .isZero();
    }

    @Test
    void theHistorySaysThatFilesChanged() {
        var post = posts.publish(bruno, null, "The plan");
        posts.edit(bruno, post, "The new plan");
        assertThat(get(bruno, "/posts/" + post + "/history")).bodyText().doesNotContain("files changed then");

        posts.edit(bruno, post, "The new plan", Revision.to(List.of(new Enclosure(keep("plan.txt")))));

        assertThat(get(bruno, "/posts/" + post + "/history")).bodyText().containsOnlyOnce("files changed then");
        assertThat(get(bruno, "/api/v1/posts/" + post + "/history"))
                .bodyJson()
                .extractingPath("$.items[*].filesChanged")
                .asArray()
                .containsExactly(true, false);
    }

    @Test
    void whatIsSaidOfAPictureChangesWithoutANewVersion() throws IOException {
        var picture = keep("hall.png", picture());
        var post = posts.publish(bruno, null, "The hall", List.of(new Enclosure(picture, "The hall")));

        assertThat(browser.patch()
                        .uri("/posts/" + post)
                        .with(as(bruno))
                        .param("text", "The hall")
                        .param("files", Long.toString(picture))
                        .param("alt-" + picture, "The hall by night"))
                .hasStatus(303);

        assertThat(get(priya, "/posts/" + post)).bodyText().contains("alt=\"The hall by night\"");
        assertThat(posts.find(bruno, post).edited()).isFalse();
    }

    @Test
    void aFormThatDoesNotSpeakOfFilesLeavesThem() {
        var file = keep("plan.txt");
        var post = posts.publish(bruno, null, "The plan", List.of(new Enclosure(file)));

        assertThat(browser.patch().uri("/posts/" + post).with(as(bruno)).param("text", "The whole plan"))
                .hasStatus(303);

        assertThat(posts.find(bruno, post).files()).extracting(Attachment::id).containsExactly(file);
    }

    @Test
    void withoutAScriptTheFormIsShownAgainWithoutTheFile() {
        var file = keep("plan.txt");
        var post = posts.publish(bruno, null, "The plan", List.of(new Enclosure(file)));
        assertThat(get(bruno, "/posts/" + post + "/edit")).bodyText().contains("plan.txt", "multipart/form-data");

        assertThat(browser.post()
                        .uri("/posts/" + post)
                        .with(as(bruno))
                        .param("_method", "patch")
                        .param("text", "Half of it")
                        .param("files", "", Long.toString(file))
                        .param("without", Long.toString(file)))
                .hasStatusOk()
                .bodyText()
                .contains("Half of it")
                .doesNotContain("plan.txt");

        assertThat(get(priya, "/files/" + file)).as("until it is saved").hasStatusOk();
    }

    @Test
    void withoutAScriptFilesComeWithTheFormAndAreNotLost() {
        var file = keep("plan.txt");
        var post = posts.publish(bruno, null, "The plan", List.of(new Enclosure(file)));

        var empty = browser.post()
                .uri("/posts/" + post)
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile("file", "more.txt", "text/plain", new byte[] {'m'}))
                .param("_method", "patch")
                .param("text", " ")
                .param("files", "", Long.toString(file))
                .exchange();

        assertThat(empty).hasStatus(422).bodyText().contains("plan.txt", "more.txt");
        var more = jdbc.sql("select max(id) from file").query(Long.class).single();
        assertThat(browser.patch()
                        .uri("/posts/" + post)
                        .with(as(bruno))
                        .param("text", "The plan")
                        .param("files", Long.toString(more), Long.toString(file)))
                .hasStatus(303);
        assertThat(posts.find(priya, post).files())
                .extracting(Attachment::name)
                .containsExactly("more.txt", "plan.txt");
    }

    @Test
    void aCommentIsDrawnAgainInItsPlace() {
        var file = keep("plan.txt");
        var post = posts.publish(bruno, null, "Where?");
        var comment = comments.add(bruno, post, null, "Here.");

        assertThat(browser.patch()
                        .uri("/comments/" + comment)
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("text", "Here.")
                        .param("files", Long.toString(file)))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(Turbo.STREAM)
                .bodyText()
                .contains("plan.txt");

        comments.edit(bruno, comment, "Here.", Revision.to(List.of()));
        assertThat(get(priya, "/files/" + file)).hasStatus(404);
        assertThat(get(bruno, "/comments/" + comment + "/history")).bodyText().contains("files changed then");
    }

    @Test
    void captionsOfAFilmThatStaysComeWithTheForm() throws IOException {
        var film = keep("pump.wav", Recordings.sound(1));
        var comment =
                comments.add(bruno, posts.publish(bruno, null, "Listen"), null, "Here.", List.of(new Enclosure(film)));

        assertThat(browser.post()
                        .uri("/comments/" + comment)
                        .with(as(bruno))
                        .multipart()
                        .file(new MockMultipartFile(
                                "captions-" + film, "a.vtt", "text/vtt", CAPTIONS.getBytes(StandardCharsets.UTF_8)))
                        .param("_method", "patch")
                        .param("text", "Here.")
                        .param("files", Long.toString(film))
                        .param("language-" + film, "fr")
                        .param("transcript-" + film, "It leaks."))
                .hasStatus(303);

        assertThat(get(priya, "/files/" + film + "/captions/fr")).hasStatusOk();
        assertThat(comments.find(priya, comment).files().getFirst().spoken().transcript())
                .isEqualTo("It leaks.");
    }

    @Test
    void onlyItsAuthorChangesIt() {
        var file = keep("plan.txt");
        var post = posts.publish(bruno, null, "The plan", List.of(new Enclosure(file)));
        var comment = comments.add(bruno, post, null, "Here.");

        assertThatThrownBy(() -> posts.edit(priya, post, "The plan", Revision.to(List.of())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> comments.edit(priya, comment, "Here.", Revision.to(List.of(new Enclosure(file)))))
                .isInstanceOf(Forbidden.class);
        assertThat(browser.patch()
                        .uri("/posts/" + post)
                        .with(as(priya))
                        .param("text", "The plan")
                        .param("files", Long.toString(file))
                        .param("without", Long.toString(file)))
                .hasStatus(403);
        assertThat(get(priya, "/files/" + file)).hasStatusOk();
    }

    @Test
    void nobodyTakesAFileThatIsElsewhere() {
        var council = communities.create(
                bruno, new CommunityForm("Council", "Behind doors", "business", "invitation", true, null, null));
        var hidden = keep("hidden.txt");
        posts.publish(bruno, council, "Behind doors", List.of(new Enclosure(hidden)));
        var theirs = posts.publish(priya, null, "Mine");
        var mine = posts.publish(bruno, null, "Mine");

        for (var file : List.of(hidden, 999_999L)) {
            assertThat(browser.patch()
                            .uri("/api/v1/posts/" + theirs)
                            .with(as(priya))
                            .contentType("application/json")
                            .content("{\"files\": [\"%d\"]}".formatted(file)))
                    .hasStatus(422)
                    .bodyText()
                    .doesNotContain("hidden.txt");
        }
        assertThat(browser.patch()
                        .uri("/posts/" + mine)
                        .with(as(bruno))
                        .param("text", "For everybody")
                        .param("files", Long.toString(hidden)))
                .as("not even its owner: it would be read by others")
                .hasStatus(422)
                .bodyText()
                .contains("For everybody", "no longer here");
        assertThat(get(priya, "/files/" + hidden)).hasStatus(404);
        assertThat(posts.find(bruno, mine).text()).isEqualTo("Mine");
    }

    @Test
    void programsSayWhichFilesThereAreFromNowOn() throws IOException {
        var picture = keep("hall.png", picture());
        var plan = keep("plan.txt");
        var post = posts.publish(
                bruno, null, "The hall", List.of(new Enclosure(picture, "The hall"), new Enclosure(plan)));

        assertThat(patch("/api/v1/posts/" + post, "{\"text\": \"The hall again\"}"))
                .bodyJson()
                .extractingPath("$.files[*].id")
                .asArray()
                .containsExactly(Long.toString(picture), Long.toString(plan));
        assertThat(patch("/api/v1/posts/" + post, "{\"files\": [\"%d\", \"%d\"]}".formatted(plan, picture)))
                .bodyJson()
                .extractingPath("$.files[*].alternative")
                .asArray()
                .containsExactly(null, "The hall");
        assertThat(patch("/api/v1/posts/" + post, "{\"alternatives\": {\"%d\": \"By night\"}}".formatted(picture)))
                .bodyJson()
                .extractingPath("$.files[*].alternative")
                .asArray()
                .containsExactly(null, "By night");
        assertThat(patch("/api/v1/posts/" + post, "{\"files\": [\"%d\"]}".formatted(picture)))
                .hasStatusOk();
        assertThat(get(bruno, "/files/" + plan)).hasStatus(404);
        assertThat(patch("/api/v1/posts/" + post, "{\"files\": [\"%d\"]}".formatted(plan)))
                .as("what went does not come back")
                .hasStatus(422);
        var comment = comments.add(bruno, post, null, "Here.", List.of(new Enclosure(keep("leak.txt"))));
        assertThat(patch("/api/v1/comments/" + comment, "{\"files\": []}"))
                .bodyJson()
                .extractingPath("$.files")
                .asArray()
                .isEmpty();
    }

    private void caption(PostId post, long film) {
        assertThat(browser.post()
                        .uri("/posts/" + post + "/captions")
                        .with(as(bruno))
                        .multipart()
                        .file(new MockMultipartFile(
                                "captions-" + film, "a.vtt", "text/vtt", CAPTIONS.getBytes(StandardCharsets.UTF_8)))
                        .param("language-" + film, "fr"))
                .hasStatus(303);
    }

    private MvcTestResult patch(String path, String content) {
        return browser.patch()
                .uri(path)
                .with(as(bruno))
                .contentType("application/json")
                .content(content)
                .exchange();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return browser.get().uri(path).with(as(viewer)).exchange();
    }

    private long keep(String name) {
        return keep(name, name.getBytes(StandardCharsets.UTF_8));
    }

    private long keep(String name, byte[] content) {
        return attachments
                .keep(bruno.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
