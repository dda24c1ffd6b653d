package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Spoken;
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
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Films and sound in posts: how they are played, by whom, and what can be read of them. */
@ParvisTest
class RecordingsTests {

    private static final byte[] TONE = Recordings.sound(1);
    private static final String CUES = "WEBVTT\n\n00:00.000 --> 00:00.500\nThe pump whistles.\n";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

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
    void soundIsPlayedWhereItStands() {
        var tone = keep("pump.wav", TONE);
        var post = publish(null, tone, "It whistles, then it hums.");

        assertThat(get(priya, "/posts/" + post))
                .bodyText()
                .contains(
                        "<audio src=\"/files/" + tone + "/play\" controls preload=\"metadata\"",
                        "It whistles, then it hums.");
        var whole = get(priya, "/files/" + tone + "/play");
        assertThat(whole)
                .hasStatusOk()
                .hasHeader("Content-Type", "audio/wav")
                .hasHeader("Content-Length", Integer.toString(TONE.length))
                .hasHeader("Accept-Ranges", "bytes")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Cache-Control", "private, no-store");
        assertThat(bytes(whole)).isEqualTo(TONE);
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 0", "bytes=100-199, 100, 199", "bytes=8000-, 8000, 8043", "bytes=-44, 8000, 8043"})
    void aPieceIsSentAlone(String range, int first, int last) {
        var tone = publishedTone();

        var piece = browser.get()
                .uri("/files/" + tone + "/play")
                .header("Range", range)
                .with(as(priya))
                .exchange();
        assertThat(piece)
                .hasStatus(206)
                .hasHeader("Content-Range", "bytes %d-%d/%d".formatted(first, last, TONE.length))
                .hasHeader("Content-Length", Integer.toString(last - first + 1));
        assertThat(bytes(piece)).isEqualTo(Arrays.copyOfRange(TONE, first, last + 1));
    }

    @Test
    void whatLiesBeyondTheEndCannotBeSent() {
        var tone = publishedTone();

        for (var range : List.of("bytes=8044-", "bytes=-0")) {
            assertThat(browser.get()
                            .uri("/files/" + tone + "/play")
                            .header("Range", range)
                            .with(as(priya)))
                    .hasStatus(416)
                    .hasHeader("Content-Range", "bytes */8044")
                    .hasHeader("Cache-Control", "private, no-store")
                    .bodyText()
                    .isEmpty();
        }
    }

    @Test
    void aPieceIsOfTheSameContentOrItIsTheWhole() {
        var tone = publishedTone();
        var address = "/files/" + tone + "/play";
        var tag = String.valueOf(get(priya, address).getResponse().getHeader("ETag"));

        assertThat(piece(address, tag)).hasStatus(206);
        for (var other : List.of("\"another\"", "W/" + tag, "Wed, 21 Oct 2015 07:28:00 GMT")) {
            assertThat(piece(address, other)).hasStatusOk().hasHeader("Content-Length", "8044");
        }
        assertThat(browser.get().uri(address).header("Range", "bytes=0-1,4-5").with(as(priya)))
                .hasStatusOk()
                .doesNotContainHeader("Content-Range")
                .hasHeader("Content-Length", "8044");
    }

    @Test
    void askingForTheHeadSendsNoBody() {
        assertThat(browser.head()
                        .uri("/files/" + publishedTone() + "/play")
                        .header("Range", "bytes=0-1")
                        .with(as(priya)))
                .hasStatusOk()
                .hasHeader("Content-Length", "8044")
                .hasHeader("Accept-Ranges", "bytes")
                .bodyText()
                .isEmpty();
    }

    @Test
    void whatIsNoFilmAndNoSoundIsNeverPlayed() {
        for (var content :
                List.of("<!doctype html><script>alert(1)</script>", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")) {
            var page = keep("film.mp4", content.getBytes(StandardCharsets.UTF_8));
            publish(null, page, "");
            assertThat(get(bruno, "/files/" + page)).hasStatusOk();
            assertThat(get(bruno, "/files/" + page + "/play")).hasStatus(404);
        }
    }

    @Test
    void aFormatThatBrowsersDoNotPlayIsSaidSoAndSaved() {
        var film = "\0\0\0\u0014ftypqt  \0\0\0\0qt  ".getBytes(StandardCharsets.ISO_8859_1);
        var sent = browser.post()
                .uri("/files")
                .with(as(bruno))
                .multipart()
                .file(new MockMultipartFile("file", "clip.mov", "video/quicktime", film))
                .exchange();
        assertThat(sent).hasStatusOk().bodyText().contains("Not every browser plays this", "H.264");
        var file = newest();

        var post = publish(null, file, "");
        assertThat(get(priya, "/posts/" + post)).bodyText().contains("clip.mov").doesNotContain("<video");
        assertThat(get(priya, "/files/" + file)).hasStatusOk();
        assertThat(get(priya, "/files/" + file + "/play")).hasStatus(404);
    }

    @Test
    void itsOwnerAloneGivesAFilmThatWaitsAPicture() throws IOException {
        var film = keep("clip.mov", "\0\0\0\u0014ftypqt  \0\0\0\0qt  ".getBytes(StandardCharsets.ISO_8859_1));
        var tone = keep("pump.wav", TONE);
        assertThat(poster(priya, film, picture(40, 30))).hasStatus(404);
        assertThat(poster(bruno, tone, picture(40, 30))).hasStatus(404);
        assertThat(poster(bruno, film, "no picture".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422);
        assertThat(poster(bruno, film, picture(40, 30))).hasStatus(204);
        assertThat(poster(bruno, film, picture(50, 50))).hasStatus(204);

        var post = publish(council, film, "");
        assertThat(poster(bruno, film, picture(50, 50))).hasStatus(404);
        assertThat(get(bruno, "/posts/" + post)).bodyText().contains("width=\"40\" height=\"30\"");
        var seen = "/files/" + film + "/320";
        assertThat(get(bruno, seen)).hasStatusOk();
        assertThatItIsNotThere(priya, seen, film);
    }

    private MvcTestResult poster(Viewer viewer, long film, byte[] picture) {
        return browser.post()
                .uri("/files/" + film + "/poster")
                .with(as(viewer))
                .multipart()
                .file(new MockMultipartFile("poster", "poster.jpg", "image/jpeg", picture))
                .exchange();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whatIsBehindDoorsIsHeardByMembersAsLongAsTheyAre() {
        var tone = keep("pump.wav", TONE);
        var post = publish(council, tone, "");
        caption(post, tone, "en", CUES);
        var exits = List.of("/files/" + tone + "/play", "/files/" + tone + "/captions/en");

        assertThat(exits).allSatisfy(exit -> assertThatItIsNotThere(priya, exit, tone));
        memberships.invite(bruno, council, priya.id());
        memberships.enter(priya, council);
        assertThat(exits).allSatisfy(exit -> assertThat(get(priya, exit)).hasStatusOk());
        memberships.leave(priya, council);
        assertThat(exits).allSatisfy(exit -> assertThatItIsNotThere(priya, exit, tone));
        posts.delete(bruno, post, null);
        assertThat(exits).allSatisfy(exit -> assertThatItIsNotThere(bruno, exit, tone));
    }

    @Test
    void withoutAScriptCaptionsComeWithTheForm() {
        var tone = keep("pump.wav", TONE);
        var refused = browser.post()
                .uri("/posts")
                .with(as(bruno))
                .multipart()
                .file(vtt(tone, "WEBVTT\n\nsoon\nThe pump whistles."))
                .param("text", "The pump")
                .param("files", Long.toString(tone))
                .param("language-" + tone, "en")
                .param("transcript-" + tone, "It whistles.")
                .exchange();
        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("The pump", "It whistles.</textarea>", "Line 4 should say from when to when");

        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .multipart()
                        .file(vtt(tone, CUES))
                        .param("text", "The pump")
                        .param("files", Long.toString(tone))
                        .param("language-" + tone, "en")
                        .param("transcript-" + tone, "It whistles."))
                .hasStatus(303);
        var post = jdbc.sql("select max(id) from post").query(Long.class).single();
        assertThat(get(priya, "/posts/" + post))
                .bodyText()
                .contains(
                        "<track kind=\"captions\" src=\"/files/%d/captions/en\" srclang=\"en\" label=\"English\">"
                                .formatted(tone),
                        "It whistles.");
    }

    @Test
    void captionsAreHandedOutAsWeWriteThem() {
        var tone = keep("pump.wav", TONE);
        var post = publish(null, tone, "");
        caption(post, tone, "en", "1\n00:00:00,000 --> 00:00:00,500\n<script>alert(1)</script>\n");

        assertThat(get(priya, "/files/" + tone + "/captions/en"))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/vtt;charset=UTF-8")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Cache-Control", "private, no-store")
                .bodyText()
                .isEqualTo("WEBVTT\n\n00:00:00.000 --> 00:00:00.500 line:0\nalert(1)\n");
        assertThat(get(priya, "/files/" + tone + "/captions/fr")).hasStatus(404);
    }

    @Test
    void itsAuthorAddsThemLaterAndTakesThemAway() {
        var tone = keep("pump.wav", TONE);
        var post = publish(null, tone, "");
        var page = "/posts/" + post + "/captions";

        assertThat(get(bruno, "/posts/" + post)).bodyText().contains(page);
        assertThat(get(priya, "/posts/" + post)).bodyText().doesNotContain(page);
        assertThat(get(priya, page)).hasStatus(403);
        assertThat(get(bruno, page)).hasStatusOk().bodyText().contains("pump.wav");
        caption(post, tone, "en", CUES);
        caption(post, tone, "fr", CUES.replace("The pump whistles", "La pompe siffle"));
        assertThat(get(bruno, page))
                .bodyText()
                .contains("Remove the captions: English", "Remove the captions: Français");
        assertThat(browser.post()
                        .uri(page)
                        .with(as(bruno))
                        .param("uncaptioned-" + tone, "en")
                        .param("transcript-" + tone, "It hums."))
                .hasStatus(303);

        assertThat(get(priya, "/files/" + tone + "/captions/en")).hasStatus(404);
        assertThat(get(priya, "/files/" + tone + "/captions/fr")).bodyText().contains("La pompe siffle");
        assertThat(get(priya, "/posts/" + post)).bodyText().contains("It hums.");
        assertThat(jdbc.sql(
                                "select count(*) from journal where verb = 'update' and object_kind = 'post' and object_id = :post")
                        .param("post", post.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whatIsTooLongOrInNoLanguageOfOursIsRefusedAndStaysInTheForm() {
        var tone = keep("pump.wav", TONE);
        var post = publish(null, tone, "");

        assertThat(captioning(post, tone, "de", CUES))
                .hasStatus(422)
                .bodyText()
                .contains("Choose one of the languages of the network.");
        assertThat(captioning(post, tone, "en", CUES + "\n".repeat(600_000)))
                .hasStatus(422)
                .bodyText()
                .contains("Captions are 512 KB at most.");
        assertThat(browser.post()
                        .uri("/posts/" + post + "/captions")
                        .with(as(bruno))
                        .param("transcript-" + tone, "It hums. " + "x".repeat(Spoken.TRANSCRIPT)))
                .hasStatus(422)
                .bodyText()
                .contains("It hums. xxx");
        assertThat(get(bruno, "/files/" + tone + "/captions/en")).hasStatus(404);
    }

    @Test
    void nobodyCaptionsTheFilesOfOthers() {
        var tone = keep("pump.wav", TONE);
        var post = publish(council, tone, "");
        var own = attachments
                .keep(priya.id().value(), "mine.wav", new ByteArrayResource(TONE), TONE.length)
                .id();

        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(priya))
                        .multipart()
                        .file(vtt(tone, CUES))
                        .param("text", "Mine")
                        .param("files", Long.toString(tone), Long.toString(own))
                        .param("language-" + tone, "en"))
                .hasStatusOk();
        assertThat(browser.post()
                        .uri("/posts/" + post + "/captions")
                        .with(as(priya))
                        .param("transcript-" + tone, "Mine"))
                .hasStatus(404);
        var elsewhere = publish(null, keep("pump.wav", TONE), "");
        captioning(elsewhere, own, "en", CUES);

        assertThat(jdbc.sql("select count(*) from caption where file in (:tone, :own)")
                        .param("tone", tone)
                        .param("own", own)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void programsAreToldWhereItIsPlayedAndWhatIsSaid() {
        var tone = keep("pump.wav", TONE);
        var post = publish(null, tone, "It hums.");
        caption(post, tone, "en", CUES);

        var file = assertThat(get(priya, "/api/v1/posts/" + post)).hasStatusOk().bodyJson();
        file.extractingPath("$.files[0].playUrl").isEqualTo("/files/" + tone + "/play");
        file.extractingPath("$.files[0].transcript").isEqualTo("It hums.");
        file.extractingPath("$.files[0].captions[0].language").isEqualTo("en");
        file.extractingPath("$.files[0].captions[0].url").isEqualTo("/files/" + tone + "/captions/en");
    }

    private long keep(String name, byte[] content) {
        return attachments
                .keep(bruno.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    private PostId publish(@org.jspecify.annotations.Nullable CommunityId place, long file, String transcript) {
        return posts.publish(bruno, place, "The pump", List.of(new Enclosure(file, "", transcript)));
    }

    private long publishedTone() {
        var tone = keep("pump.wav", TONE);
        publish(null, tone, "");
        return tone;
    }

    private void caption(PostId post, long file, String language, String cues) {
        assertThat(captioning(post, file, language, cues)).hasStatus(303);
    }

    private MvcTestResult captioning(PostId post, long file, String language, String cues) {
        return browser.post()
                .uri("/posts/" + post + "/captions")
                .with(as(bruno))
                .multipart()
                .file(vtt(file, cues))
                .param("language-" + file, language)
                .exchange();
    }

    private static MockMultipartFile vtt(long file, String cues) {
        return new MockMultipartFile("captions-" + file, "pump.vtt", "text/vtt", cues.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return browser.get().uri(path).with(as(viewer)).exchange();
    }

    private MvcTestResult piece(String address, String condition) {
        return browser.get()
                .uri(address)
                .header("Range", "bytes=0-1")
                .header("If-Range", condition)
                .with(as(priya))
                .exchange();
    }

    // The bell of the page may ring between the two.
    private void assertThatItIsNotThere(Viewer viewer, String exit, long file) {
        await().untilAsserted(() ->
                assertSameAsNothing(get(viewer, exit), file, get(viewer, exit.replace("/" + file + "/", "/999999/"))));
    }

    private static void assertSameAsNothing(MvcTestResult hidden, long file, MvcTestResult absent) {
        assertThat(hidden).hasStatus(404);
        assertThat(new String(bytes(hidden), StandardCharsets.UTF_8).replace("/files/" + file, ""))
                .isEqualTo(new String(bytes(absent), StandardCharsets.UTF_8).replace("/files/999999", ""));
    }

    private long newest() {
        return jdbc.sql("select max(id) from file where attached")
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(MvcTestResult answer) {
        return answer.getResponse().getContentAsByteArray();
    }
}
