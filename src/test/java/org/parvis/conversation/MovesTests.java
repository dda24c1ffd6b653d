package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@ParvisTest
class MovesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Moves moves;

    @Autowired
    Pins pins;

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
    Viewer lucia;
    CommunityId pumps;
    CommunityId board;

    @BeforeEach
    void twoCommunities() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        pumps = found("Pumps");
        board = found("Board");
        memberships.put(bruno, pumps, priya.id(), Standing.MEMBER);
        memberships.put(bruno, board, lucia.id(), Standing.MEMBER);
    }

    @Test
    void whoReadsItFollowsItsPlaceAtOnceAndItsAddressStays() {
        var content = "zyqplan".getBytes(StandardCharsets.UTF_8);
        var file = attachments
                .keep(priya.id().value(), "zyqplan.txt", new ByteArrayResource(content), content.length)
                .id();
        var post = posts.publish(priya, pumps, "Zyqmoving", List.of(new Enclosure(file, "")));
        comments.add(bruno, post, null, "Zyqcomment");
        pins.pin(bruno, post);
        assertThat(get(inFrench(bruno), "/posts/" + post + "/place"))
                .contains("Board", "Déplacer ici")
                .doesNotContain("<option value=\"" + pumps);
        assertThat(browser.put()
                        .uri("/posts/" + post + "/place")
                        .param("community", board.toString())
                        .with(as(bruno)))
                .hasStatus(303);

        assertThat(browser.get().uri("/posts/" + post).with(as(priya))).hasStatus(404);
        assertThat(browser.get().uri("/files/" + file).with(as(priya))).hasStatus(404);
        assertThat(get(priya, "/communities/" + pumps)).doesNotContain("Zyqmoving");
        assertThat(get(lucia, "/posts/" + post)).contains("Zyqmoving", "Zyqcomment", "Board");
        assertThat(browser.get().uri("/files/" + file).with(as(lucia))).hasStatusOk();
        assertThat(get(lucia, "/communities/" + board)).contains("Zyqmoving").doesNotContain("Pinned");
        assertThat(jdbc.sql(
                                "select count(*) from journal where verb = 'move' and object_id = :post and object_kind = 'post'")
                        .param("post", post.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        moves.move(bruno, post, board);
    }

    @Test
    void onlyOwnersOfBothMoveAndNeitherIsArchived() {
        var post = posts.publish(priya, pumps, "Stays");
        var wall = posts.publish(bruno, null, "On my wall");
        memberships.put(bruno, pumps, lucia.id(), Standing.OWNER);
        assertThatThrownBy(() -> moves.move(priya, post, pumps)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> moves.move(lucia, post, board)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> moves.move(bruno, wall, board)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> moves.move(cast.youssef(), post, board)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moves.move(bruno, post, new CommunityId(99999999)))
                .isInstanceOf(NotFound.class);
        communities.archive(bruno, board, true);
        assertThatThrownBy(() -> moves.move(bruno, post, board)).isInstanceOf(Forbidden.class);
        assertThat(posts.find(priya, post).text()).isEqualTo("Stays");
    }

    @Test
    void programsMoveToo() {
        var post = posts.publish(bruno, pumps, "By a program");
        assertThat(browser.put()
                        .uri("/api/v1/posts/" + post + "/place")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"community\": \"" + board + "\"}")
                        .with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .contains("\"name\":\"Board");
    }

    @Test
    void whatIsSharedIsShownToWhoeverMayReadItAndToNobodyElse() {
        var post = posts.publish(bruno, board, "Zyqboard decision");
        var sheet = get(bruno, "/posts/new?share=" + post);
        assertThat(sheet).contains("/posts/" + post + "</textarea>").doesNotContain("Zyqboard decision");
        assertThat(browser.get().uri("/posts/new?share=" + post).with(as(priya)))
                .hasStatus(404);
        var address = sheet.replaceAll("(?s).*?(https?://[^\\s<]*/posts/" + post + ")</textarea>.*", "$1");
        var shared = posts.publish(bruno, null, "Please read this\n\n" + address);
        assertThat(get(lucia, "/posts/" + shared)).contains("Please read this", "Zyqboard decision");
        assertThat(get(priya, "/posts/" + shared))
                .contains("Please read this")
                .doesNotContain("Zyqboard decision", "Board");
    }

    private CommunityId found(String name) {
        return communities.create(
                bruno, new CommunityForm(name + " " + UUID.randomUUID(), "", "business", "request", true, null, null));
    }

    private String get(Viewer viewer, String path) {
        try {
            return browser.get()
                    .uri(path)
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
