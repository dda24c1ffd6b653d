package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@ParvisTest
@Import(StatementCount.class)
class PinsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Pins pins;

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

    @BeforeEach
    void twoOwners() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps " + UUID.randomUUID(), "", "business", "request", true, null, null));
        memberships.put(bruno, pumps, priya.id(), Standing.OWNER);
        memberships.put(bruno, pumps, lucia.id(), Standing.MEMBER);
    }

    @Test
    void whatIsPinnedStandsOnTopAndNowhereElse() {
        var rules = posts.publish(bruno, pumps, "House rules");
        var others = IntStream.range(0, 4)
                .mapToObj(number -> posts.publish(lucia, pumps, "Number " + number))
                .toList();
        press(bruno, rules, true);
        press(priya, rules, true);

        var first = posts.onPage(lucia, pumps, Cursor.NEWEST, 3);
        var rest = posts.onPage(lucia, pumps, Objects.requireNonNull(first.next()), 3);
        assertThat(first.items())
                .extracting(Post::id)
                .containsExactly(rules, others.get(3), others.get(2), others.get(1));
        assertThat(rest.items()).extracting(Post::id).containsExactly(others.get(0));
        assertThat(get(inFrench(lucia), "/communities/" + pumps))
                .containsSubsequence("Épinglé", "House rules", "Number 3");

        press(priya, rules, false);
        press(priya, rules, false);
        assertThat(posts.onPage(lucia, pumps, Cursor.NEWEST, 3)
                        .items()
                        .getFirst()
                        .id())
                .isEqualTo(others.get(3));
    }

    @Test
    void theFourthIsRefusedInASentence() {
        var four = publish(4);
        four.subList(0, 3).forEach(post -> pins.pin(bruno, post));

        assertThat(browser.put().uri("/posts/" + four.get(3) + "/pin").with(as(inFrench(bruno))))
                .hasStatus(422)
                .bodyText()
                .contains("Trois publications sont déjà épinglées ici.");
        assertThat(browser.put()
                        .uri("/posts/" + four.get(3) + "/pin")
                        .accept(Turbo.STREAM)
                        .with(as(bruno)))
                .hasStatus(422)
                .bodyText()
                .contains("turbo-stream", "Three posts are pinned here already.");
        assertThat(browser.put().uri("/api/v1/posts/" + four.get(3) + "/pin").with(as(bruno)))
                .hasStatus(422)
                .bodyText()
                .contains("Three posts are pinned here already.");
        assertThat(pinned()).hasSize(3).doesNotContain(four.get(3).value());
    }

    @Test
    void whatIsGoneMakesRoom() {
        var four = publish(4);
        four.subList(0, 3).forEach(post -> pins.pin(bruno, post));
        posts.delete(bruno, four.getFirst(), null);

        pins.pin(priya, four.get(3));

        assertThat(pinned()).hasSize(3).contains(four.get(3).value());
    }

    @Test
    void twoOwnersWhoPressTogetherNeverPinFour() throws Exception {
        for (var round = 0; round < 5; round++) {
            jdbc.sql("delete from pin").update();
            var posted = publish(8);
            pins.pin(bruno, posted.get(0));
            pins.pin(bruno, posted.get(1));
            var done = together(posted.subList(2, 8).stream()
                    .map(post -> (Callable<Boolean>) () -> pinned(post.value() % 2 == 0 ? bruno : priya, post))
                    .toList());
            assertThat(done.stream().filter(Boolean::booleanValue)).hasSize(1);
            assertThat(pinned()).hasSize(3);
        }
    }

    @Test
    void onlyOwnersPinAndOnlyWhatTheyRead() {
        var post = posts.publish(lucia, pumps, "Mine");
        var wall = posts.publish(lucia, null, "On my wall");
        assertThatThrownBy(() -> pins.pin(lucia, post)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> pins.pin(lucia, wall)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> pins.pin(cast.youssef(), post)).isInstanceOf(NotFound.class);
        pins.pin(bruno, post);
        assertThatThrownBy(() -> pins.unpin(lucia, post)).isInstanceOf(Forbidden.class);
        assertThat(get(lucia, "/posts/" + post)).doesNotContain("Unpin").contains("Pinned");
        assertThat(get(bruno, "/posts/" + post)).contains("Unpin");
        communities.archive(bruno, pumps, true);
        assertThatThrownBy(() -> pins.unpin(bruno, post)).isInstanceOf(Forbidden.class);
    }

    @Test
    void programsPinAndSeeIt() {
        var post = publish(1).getFirst();
        assertThat(browser.put().uri("/api/v1/posts/" + post + "/pin").with(as(bruno)))
                .hasStatus(204);
        assertThat(get(lucia, "/api/v1/posts/" + post)).contains("\"pinned\":true");
        assertThat(browser.delete().uri("/api/v1/posts/" + post + "/pin").with(as(bruno)))
                .hasStatus(204);
        assertThat(get(lucia, "/api/v1/posts/" + post)).contains("\"pinned\":false");
    }

    @Test
    void pinsTakeNoStatement() {
        var posted = publish(5);
        get(lucia, "/communities/" + pumps);
        var none =
                StatementCount.during(() -> get(lucia, "/communities/" + pumps)).size();
        posted.subList(0, 3).forEach(post -> pins.pin(bruno, post));

        await().untilAsserted(() -> assertThat(StatementCount.during(() -> get(lucia, "/communities/" + pumps)))
                .hasSizeLessThanOrEqualTo(none));
    }

    private boolean pinned(Viewer owner, PostId post) {
        try {
            pins.pin(owner, post);
            return true;
        } catch (Invalid many) {
            return false;
        }
    }

    private static List<Boolean> together(List<Callable<Boolean>> presses)
            throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(presses.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = presses.stream()
                    .map(press -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return press.call();
                    }))
                    .toList();
            var done = new ArrayList<Boolean>();
            for (var answer : answers) done.add(answer.get());
            return done;
        }
    }

    private List<PostId> publish(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> posts.publish(bruno, pumps, "Number " + number))
                .toList();
    }

    private List<Long> pinned() {
        return jdbc.sql("select post_id from pin where community_id = :community")
                .param("community", pumps.value())
                .query((row, number) -> row.getLong("post_id"))
                .list();
    }

    private void press(Viewer viewer, PostId post, boolean on) {
        var address = "/posts/" + post + "/pin";
        assertThat((on ? browser.put() : browser.delete()).uri(address).with(as(viewer)))
                .hasStatus(303);
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
