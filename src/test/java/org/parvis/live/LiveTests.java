package org.parvis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.Parvis;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reaction;
import org.parvis.conversation.Reactions;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@BrowserTest
class LiveTests {

    @Autowired
    LiveStreams streams;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Reactions reactions;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Browsers browsers;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    final List<Ear> ears = new ArrayList<>();
    Viewer bruno;
    Viewer priya;
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        bruno = cast.bruno();
        priya = cast.priya();
        council = communities.create(
                bruno, new CommunityForm("Quality council", "What for", "business", "request", true, null, null));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        settle();
    }

    @AfterEach
    void silence() {
        ears.forEach(Ear::close);
        streams.closeAll();
    }

    @Test
    void saysWhichPostAndCommentIsNewAndNothingOfWhatItSays() throws Exception {
        var ear = listen(priya);
        var post = posts.publish(bruno, council, "The words themselves, @[Priya Nair](person:" + priya.id() + ")");
        var comment = comments.add(bruno, post, null, "Other words");

        await().untilAsserted(() -> {
            assertThat(ear.heard("post")).containsExactly("{\"id\":\"" + post + "\"}");
            assertThat(ear.heard("comment")).containsExactly("{\"id\":\"" + comment + "\",\"post\":\"" + post + "\"}");
            assertThat(ear.heard("notification")).hasSize(1);
        });
        assertThat(ear.everything()).doesNotContain("words", "Bruno", "council");
    }

    @Test
    void saysWhatHappenedToThemAndNotWhoDidIt() throws Exception {
        var post = posts.publish(bruno, council, "A post");
        var comment = comments.add(bruno, post, null, "A comment");
        settle();
        var ear = listen(priya);
        var stranger = listen(cast.lucia());
        reactions.put(bruno, post, Reaction.LIKE);
        reactions.put(bruno, comment, Reaction.LIKE);
        posts.edit(bruno, post, "Other words");
        comments.delete(bruno, comment, null);

        var thePost = "{\"id\":\"" + post + "\"}";
        var theComment = "{\"id\":\"" + comment + "\",\"post\":\"" + post + "\"}";
        await().untilAsserted(() -> {
            assertThat(ear.heard("reaction")).containsExactly(thePost, theComment);
            assertThat(ear.heard("update")).containsExactly(thePost);
            assertThat(ear.heard("delete")).containsExactly(theComment);
        });
        var wall = posts.publish(bruno, null, "For every employee");
        await().untilAsserted(() -> assertThat(stranger.heard("post")).containsExactly("{\"id\":\"" + wall + "\"}"));
        assertThat(stranger.everything()).doesNotContain("reaction", "update", "delete");
    }

    @Test
    void whoMayNotReadHearsNothing() throws Exception {
        var board = communities.create(
                bruno, new CommunityForm("The board", "What for", "business", "invitation", false, null, null));
        var stranger = listen(cast.lucia());
        var guest = listen(cast.gil());
        var left = listen(priya);
        memberships.leave(priya, council);
        posts.publish(bruno, council, "Closed");
        posts.publish(bruno, board, "Hidden");
        var wall = posts.publish(bruno, null, "For every employee");

        await().untilAsserted(() -> {
            assertThat(stranger.heard("post")).containsExactly("{\"id\":\"" + wall + "\"}");
            assertThat(left.heard("post")).containsExactly("{\"id\":\"" + wall + "\"}");
        });
        assertThat(guest.heard("post")).isEmpty();
        assertThat(guest.heard("notification")).isEmpty();
    }

    @Test
    void goesOnWhereItStoppedWithTheRightsOfToday() throws Exception {
        var before = listen(priya);
        posts.publish(bruno, null, "Heard");
        await().untilAsserted(() -> assertThat(before.heard("post")).hasSize(1));
        before.close();
        posts.publish(bruno, council, "Missed and lost");
        var missed = posts.publish(bruno, null, "Missed");
        memberships.leave(priya, council);
        settle();

        var after = listen(priya, before.lastEventId());
        var next = posts.publish(bruno, null, "Next");

        await().untilAsserted(() -> assertThat(after.heard("post"))
                .containsExactly("{\"id\":\"" + missed + "\"}", "{\"id\":\"" + next + "\"}"));
    }

    @Test
    void whoMissedTooMuchFetchesAnew() throws Exception {
        jdbc.sql("""
                insert into journal (inserted_at, actor, verb, object_kind, object_id)
                select now(), 1, 'update', 'nothing', n from generate_series(1, 600) n
                """).update();
        settle();

        var ear = listen(priya, "1");

        await().untilAsserted(() -> assertThat(ear.heard("reset")).hasSize(1));
    }

    @Test
    void endsWithTheSession() throws Exception {
        var session = session(priya);
        var ear = keep(Ear.inBrowser(browsers.address(), session));
        await().until(() -> !ear.lastEventId().isEmpty());

        jdbc.sql("update sign_in_session set ended_at = now() where token_hash = :hash")
                .param("hash", hash(session))
                .update();

        await().atMost(Duration.ofSeconds(5)).until(ear::over);
        assertThat(Ear.inBrowser(browsers.address(), session).status()).isEqualTo(302);
    }

    @Test
    void endsForWhoeverIsDeactivated() throws Exception {
        var ear = listen(cast.youssef());
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", cast.youssef().id().value())
                .update();

        await().atMost(Duration.ofSeconds(5)).until(ear::over);
    }

    @Test
    void programsListenByTheirTokenUntilItIsRevoked() throws Exception {
        jdbc.sql("""
                insert into access_token (token_hash, person_id, name, created_at, expires_at)
                values (:hash, :person, 'a program', now(), now() + interval '1 day')
                """)
                .param("hash", hash("pv_secret"))
                .param("person", priya.id().value())
                .update();
        var ear = keep(Ear.ofProgram(browsers.address(), "pv_secret"));
        posts.publish(bruno, null, "News");
        await().untilAsserted(() -> assertThat(ear.heard("post")).hasSize(1));

        jdbc.sql("update access_token set revoked_at = now()").update();

        await().atMost(Duration.ofSeconds(5)).until(ear::over);
        assertThat(Ear.ofProgram(browsers.address(), "pv_secret").status()).isEqualTo(401);
    }

    @Test
    void whoeverGoesAwayIsForgottenAtOnce() throws Exception {
        var ear = Ear.inBrowser(browsers.address(), session(priya));
        assertThat(streams.present()).hasSize(1);

        ear.close();

        await().until(() -> streams.present().isEmpty());
    }

    @Test
    void theBodyIsWhatFollowsTheHeadersUntilTheConnectionEnds() throws Exception {
        try (var socket = new Socket("localhost", URI.create(browsers.address()).getPort())) {
            socket.getOutputStream()
                    .write("GET /live HTTP/1.1\r\nHost: localhost\r\nCookie: parvis_session=%s\r\n\r\n"
                            .formatted(session(priya))
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> !streams.present().isEmpty());
            streams.beat();
            streams.closeAll();

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("\r\nconnection: close\r\n")
                    .doesNotContainIgnoringCase("transfer-encoding");
        }
    }

    @Test
    void aPersonHasSixStreamsAndNoMore() throws Exception {
        for (int i = 0; i < LiveStreams.PER_PERSON; i++) {
            assertThat(listen(priya).status()).isEqualTo(200);
        }
        assertThat(Ear.inBrowser(browsers.address(), session(priya)).status()).isEqualTo(429);
        assertThat(listen(bruno).status()).isEqualTo(200);
    }

    @Test
    void aNodeHoldsNoMoreThanItsMemoryDoes() throws Exception {
        var most = streams.admitted();
        try {
            streams.admit(1);
            assertThat(listen(priya).status()).isEqualTo(200);
            assertThat(Ear.inBrowser(browsers.address(), session(bruno)).status())
                    .isEqualTo(503);
        } finally {
            streams.admit(most);
        }
        assertThat(listen(bruno).status()).isEqualTo(200);
    }

    @Test
    void whatIsSaidOnOneNodeIsHeardOnTheOther() throws Exception {
        var other = new SpringApplicationBuilder(Parvis.class)
                .run(
                        "--server.port=0",
                        "--parvis.data=" + Files.createTempDirectory(Path.of("target"), "data-"),
                        "--parvis.database-url=" + environment.getProperty("parvis.database-url"));
        try (other) {
            var address = "http://localhost:" + other.getEnvironment().getProperty("local.server.port");
            var there = keep(Ear.inBrowser(address, session(priya)));
            var here = listen(priya);
            var first = posts.publish(bruno, council, "From here");
            var second = other.getBean(Posts.class).publish(bruno, council, "From there");

            await().untilAsserted(() -> assertThat(List.of(here, there))
                    .allSatisfy(ear -> assertThat(ear.heard("post"))
                            .containsExactly("{\"id\":\"" + first + "\"}", "{\"id\":\"" + second + "\"}")));
        }
    }

    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
    }

    private Ear listen(Viewer viewer) throws Exception {
        return listen(viewer, "");
    }

    private Ear listen(Viewer viewer, String last) throws Exception {
        var ear = keep(Ear.inBrowser(browsers.address(), session(viewer), last));
        await().until(() -> !ear.lastEventId().isEmpty());
        return ear;
    }

    private Ear keep(Ear ear) {
        ears.add(ear);
        return ear;
    }

    private String session(Viewer viewer) throws Exception {
        var token = UUID.randomUUID().toString() + UUID.randomUUID();
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select :person, max(version), 'en', now() from charter on conflict do nothing
                """).param("person", viewer.id().value()).update();
        jdbc.sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                values (:hash, :person, 'computer|Chrome|Linux', '127.0.0.1', now(), now(), now() + interval '1 day')
                """)
                .param("hash", hash(token))
                .param("person", viewer.id().value())
                .update();
        return token;
    }

    private static byte[] hash(String token) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
