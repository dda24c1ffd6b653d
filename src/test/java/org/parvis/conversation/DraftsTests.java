package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.LinkedMultiValueMap;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@ParvisTest
class DraftsTests {

    private static final String KEY = "11111111-2222-3333-4444-555555555555";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Drafts drafts;

    @Autowired
    Attachments attachments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    CommunityId pumps;

    @BeforeEach
    void people() {
        jdbc.sql("delete from draft").update();
        bruno = cast.bruno();
        priya = cast.priya();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps " + UUID.randomUUID(), "", "business", "open", true, null, null));
    }

    @Test
    void whatIsBegunIsFoundAgainAndTurnedIntoAnotherKind() {
        var note = attach("plan.txt");
        save(bruno, KEY, "text", "Half a *thought*", "community", pumps.toString(), "files", "" + note.id());

        var again = get(bruno, "/posts/new");
        assertThat(again)
                .contains("Half a *thought*", "plan.txt", "value=\"" + KEY + "\"", "You are back at your draft")
                .contains("<option value=\"" + pumps + "\" selected");
        assertThat(get(bruno, "/posts/new?kind=question")).contains("Half a *thought*", "name=\"title\"");
        assertThat(get(bruno, "/posts/new?draft=new")).doesNotContain("Half a", KEY);
        assertThat(get(bruno, "/posts/new?community=" + pumps)).contains("Half a *thought*");
        assertThat(get(inFrench(bruno), "/drafts")).contains("Half a thought", "Pumps", "un fichier");
        assertThat(get(priya, "/posts/new")).doesNotContain("Half a");
        assertThat(get(priya, "/drafts")).contains("No drafts");
        assertThat(browser.get().uri("/posts/new?draft=" + KEY).with(as(priya))).hasStatus(404);
    }

    @Test
    void twoOpenFormsLoseNothing() {
        var one = "00000000-0000-0000-0000-000000000001";
        var other = "00000000-0000-0000-0000-000000000002";
        save(bruno, KEY, "text", "Begun", "version", "0", "window", one);
        // The answer to the first may have been lost: the same form goes on as before.
        save(bruno, KEY, "text", "Begun and", "version", "0", "window", one);
        save(bruno, KEY, "text", "Begun at the desk", "version", "2", "window", other);

        assertThatThrownBy(() -> save(bruno, KEY, "text", "Begun on the phone", "version", "0", "window", one))
                .isInstanceOf(DraftChanged.class);
        assertThatThrownBy(() -> save(bruno, KEY, "text", "", "version", "0", "window", one))
                .isInstanceOf(DraftChanged.class);
        assertThat(get(bruno, "/posts/new")).contains("Begun at the desk", "name=\"version\" value=\"3\"");
        assertThat(browser.post()
                        .uri("/drafts")
                        .with(as(bruno))
                        .accept(MediaType.APPLICATION_JSON)
                        .param("draft", KEY)
                        .param("version", "0")
                        .param("window", one)
                        .param("text", "Begun on the phone"))
                .hasStatus(409);
        for (var address : List.of("/drafts", "/posts")) {
            assertThat(browser.post()
                            .uri(address)
                            .with(as(bruno))
                            .param("draft", KEY)
                            .param("version", "0")
                            .param("window", one)
                            .param("text", "Begun on the phone"))
                    .hasStatus(409)
                    .bodyText()
                    .contains("changed by yourself, in another window", "Begun at the desk", "Begun on the phone")
                    .contains("name=\"version\" value=\"3\"");
        }
        save(bruno, KEY, "text", "Begun twice", "version", "3", "window", one);
        assertThat(get(bruno, "/posts/new")).contains("Begun twice");
    }

    @Test
    void onlyThatOfAPlaceComesBackThere() {
        save(bruno, KEY, "text", "For my wall", "community", "");

        assertThat(get(bruno, "/posts/new?community=" + pumps)).doesNotContain("For my wall");
        assertThat(get(bruno, "/posts/new")).contains("For my wall");
    }

    @Test
    void itGoesWhereItWasToGoThoughItsKindHasNoWall() {
        var valves = communities.create(
                bruno, new CommunityForm("Valves " + UUID.randomUUID(), "", "business", "open", true, null, null));
        for (var place : List.of(pumps, valves)) {
            save(bruno, KEY, "kind", "announcement", "title", "Closed on Friday", "community", place.toString());

            assertThat(get(bruno, "/posts/new"))
                    .contains("Closed on Friday", "<option value=\"" + place + "\" selected");
        }
    }

    @Test
    void keptTwiceIsKeptOnce() {
        save(bruno, KEY, "text", "Once");
        save(bruno, KEY, "text", "Twice");

        assertThat(drafts.list(bruno, Cursor.NEWEST, 10).items())
                .extracting(Draft::beginning)
                .containsExactly("Twice");
    }

    @Test
    void publishingEndsItAndNothingBringsItBack() {
        save(bruno, KEY, "text", "Nearly done");

        assertThat(browser.post()
                        .uri("/posts")
                        .param("draft", KEY)
                        .param("text", "Done")
                        .with(as(bruno)))
                .hasStatus(303);

        assertThat(drafts.list(bruno, Cursor.NEWEST, 10).items()).isEmpty();
        assertThatThrownBy(() -> drafts.keep(bruno, typed(KEY, "text", "Nearly done, late")))
                .isInstanceOf(Conflict.class);
        assertThat(get(bruno, "/posts/new")).doesNotContain("Nearly done");
    }

    @Test
    void whatCannotBePublishedStaysADraft() {
        save(bruno, KEY, "text", "Too short for a question", "kind", "question");

        assertThat(browser.post()
                        .uri("/posts")
                        .param("draft", KEY)
                        .param("kind", "question")
                        .param("text", "Still without a title")
                        .with(as(bruno)))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"" + KEY + "\"");
        assertThat(drafts.find(bruno, UUID.fromString(KEY)).beginning()).isEqualTo("Too short for a question");
    }

    @Test
    void anEmptyFormIsNone() {
        save(bruno, KEY, "text", "Words");
        save(bruno, KEY, "text", " ", "kind", "update", "community", pumps.toString());

        assertThat(drafts.list(bruno, Cursor.NEWEST, 10).items()).isEmpty();
    }

    @Test
    void itsFilesWaitWithItAndGoWithIt() {
        var note = attach("plan.txt");
        save(bruno, KEY, "text", "With a plan", "files", "" + note.id());
        jdbc.sql("update file set created_at = created_at - interval '3 days'").update();

        attachments.sweep();
        assertThat(waiting(note)).isTrue();

        drafts.discard(bruno, UUID.fromString(KEY));
        assertThat(waiting(note)).isFalse();
    }

    @Test
    void whoMayReadThePlaceNoMoreIsNotTold() {
        var secret =
                communities.create(priya, new CommunityForm("Zephyr", "", "business", "invitation", false, null, null));
        jdbc.sql("insert into membership values (:community, :person, 'member', now(), :by)")
                .param("community", secret.value())
                .param("person", bruno.id().value())
                .param("by", priya.id().value())
                .update();
        save(bruno, KEY, "text", "For insiders", "community", secret.toString());
        assertThat(get(bruno, "/drafts")).contains("Zephyr");

        memberships.remove(priya, secret, bruno.id());

        assertThat(get(bruno, "/drafts")).contains("For insiders").doesNotContain("Zephyr");
        assertThat(get(bruno, "/posts/new")).contains("For insiders").doesNotContain("Zephyr");
    }

    @Test
    void thereIsAnEndToThem() {
        for (var number = 0; number < Drafts.MOST; number++) {
            save(bruno, UUID.randomUUID().toString(), "text", "Number " + number);
        }

        assertThatThrownBy(() -> drafts.keep(bruno, typed(KEY, "text", "One too many")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> drafts.keep(bruno, typed(KEY, "text", "x".repeat(Drafts.LENGTH + 1))))
                .isInstanceOf(Invalid.class);
        assertThat(browser.post().uri("/drafts").param("text", "Without a key").with(as(bruno)))
                .hasStatus(422);
    }

    @Test
    void hostileCharactersAreNoneOfTheDatabases() {
        save(bruno, KEY, "text", "a\0b\uD800c", "x\0y", "z");

        assertThat(drafts.find(bruno, UUID.fromString(KEY)).beginning()).isEqualTo("ab?c");
    }

    @Test
    void programsListAndChangeThem() throws UnsupportedEncodingException {
        save(bruno, KEY, "text", "What is it?", "kind", "poll", "options", "This");

        var changed = browser.patch()
                .uri("/api/v1/drafts/" + KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"What will it be?\"}")
                .with(as(bruno))
                .exchange();
        assertThat(changed).hasStatusOk();
        assertThat(drafts.find(bruno, UUID.fromString(KEY)).form().get("options"))
                .isEqualTo(List.of("This"));

        var listed = browser.get()
                .uri("/api/v1/drafts")
                .with(as(bruno))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(JsonPath.<List<String>>read(listed, "$.items[*].text")).containsExactly("What will it be?");
        assertThat(browser.delete().uri("/api/v1/drafts/" + KEY).with(as(priya)))
                .hasStatus(404);
        assertThat(browser.delete().uri("/api/v1/drafts/" + KEY).with(as(bruno)))
                .hasStatus(204);
        assertThat(browser.get().uri("/api/v1/drafts/" + KEY).with(as(bruno))).hasStatus(404);
    }

    private Attachment attach(String name) {
        var content = name.getBytes(StandardCharsets.UTF_8);
        return attachments.keep(bruno.id().value(), name, new ByteArrayResource(content), content.length);
    }

    private boolean waiting(Attachment file) {
        return !attachments
                .waiting(bruno.id().value(), List.of(new org.parvis.platform.files.Enclosure(file.id())))
                .isEmpty();
    }

    private void save(Viewer author, String key, String... fields) {
        drafts.keep(author, typed(key, fields));
    }

    private static Typed typed(String key, String... fields) {
        var form = new LinkedMultiValueMap<String, String>();
        form.set("draft", key);
        for (var at = 0; at < fields.length; at += 2) {
            form.add(fields[at], fields[at + 1]);
        }
        return new Typed(form, FileForm.of(form));
    }

    private String get(Viewer viewer, String address) {
        try {
            return browser.get()
                    .uri(address)
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
