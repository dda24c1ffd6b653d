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
import org.parvis.notifications.Notifications;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

@ParvisTest
@Import(StatementCount.class)
class BookmarksTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Bookmarks bookmarks;

    @Autowired
    Notifications notifications;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        jdbc.sql("delete from bookmark").update();
        settle();
        Tables.empty(jdbc, "notification");
        bruno = cast.bruno();
        priya = cast.priya();
        council = communities.create(
                bruno, new CommunityForm("Council " + UUID.randomUUID(), "", "business", "request", true, null, null));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
    }

    @Test
    void whatIsKeptIsFoundAgainTheLatestFirstAndTwiceIsOnce() {
        var first = posts.publish(bruno, council, "Torque tables");
        var second = posts.publish(bruno, null, "Summer hours");
        put(priya, first);
        put(priya, second);
        put(priya, second);

        assertThat(kept(priya)).containsExactly(second, first);
        assertThat(get(priya, "/bookmarks")).containsSubsequence("Summer hours", "Torque tables");
        assertThat(get(inFrench(priya), "/")).contains("href=\"/bookmarks\"", "Signets");
        assertThat(get(priya, "/posts/" + first)).contains("In your bookmarks.", "Remove the bookmark");
        assertThat(get(bruno, "/posts/" + first)).doesNotContain("In your bookmarks.");
        assertThat(get(bruno, "/bookmarks")).contains("No bookmarks");

        assertThat(browser.delete().uri("/posts/" + first + "/bookmark").with(as(priya)))
                .hasStatus(303);
        assertThat(browser.delete().uri("/posts/" + first + "/bookmark").with(as(priya)))
                .hasStatus(303);
        assertThat(kept(priya)).containsExactly(second);
    }

    @Test
    void aPageOfThemIsFollowedByTheNextWithoutLoss() {
        var all = IntStream.range(0, 5)
                .mapToObj(number -> posts.publish(bruno, null, "Number " + number))
                .toList();
        all.forEach(post -> bookmarks.put(priya, post));
        jdbc.sql("update bookmark set since = '2026-01-01T10:00:00Z'").update();

        var first = bookmarks.list(priya, Cursor.NEWEST, 3);
        var rest = bookmarks.list(priya, Objects.requireNonNull(first.next()), 3);

        assertThat(first.items()).hasSize(3);
        assertThat(rest.next()).isNull();
        assertThat(rest.items()).extracting(bookmark -> bookmark.post().id()).containsExactly(all.get(1), all.get(0));
    }

    @Test
    void inPlaceTheMarkAndTheMenuChange() {
        var post = posts.publish(bruno, null, "Kept in place");

        assertThat(browser.put()
                        .uri("/posts/" + post + "/bookmark")
                        .accept(Turbo.STREAM)
                        .with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"post_" + post + "_actions\"", "In your bookmarks.");
        assertThat(browser.get()
                        .uri("/posts/" + post + "/menu")
                        .header(Turbo.FRAME, "menu")
                        .with(as(priya)))
                .bodyText()
                .contains("Remove the bookmark");
    }

    @Test
    void whoMayReadItNoMoreHasNothingOfIt() {
        var post = posts.publish(bruno, council, "Behind doors");
        bookmarks.put(priya, post, null);
        memberships.remove(bruno, council, priya.id());

        assertThat(get(priya, "/bookmarks")).contains("No bookmarks").doesNotContain("Behind doors");
        assertThatThrownBy(() -> bookmarks.put(priya, post)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bookmarks.delete(priya, post)).isInstanceOf(NotFound.class);
        remindNow(priya, post);
        assertThat(told(priya)).isEmpty();
    }

    @Test
    void oneIsRemindedOnceInTheMorningOfThatDayByOnesOwnClock() {
        var post = posts.publish(bruno, null, "Order the seals");
        var day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(40);
        assertThat(browser.put()
                        .uri("/posts/" + post + "/bookmark")
                        .param("remindOn", day.toString())
                        .with(as(inFrench(priya))))
                .hasStatus(303);
        var paris = java.time.ZoneId.of("Europe/Paris");
        assertThat(bookmarks
                        .list(priya, Cursor.NEWEST, 1)
                        .items()
                        .getFirst()
                        .post()
                        .attention()
                        .remindAt())
                .isEqualTo(day.atTime(8, 0).atZone(paris).toInstant());
        assertThat(get(inFrench(priya), "/posts/" + post + "/bookmark")).contains("value=\"" + day + "\"");
        put(priya, post);
        assertThat(bookmarks
                        .list(priya, Cursor.NEWEST, 1)
                        .items()
                        .getFirst()
                        .post()
                        .attention()
                        .remindAt())
                .as("kept again, the reminder stays")
                .isNotNull();
        assertThat(bookmarks.remind()).isFalse();
        assertThat(told(priya)).isEmpty();

        remindNow(priya, post);
        bookmarks.remind();

        assertThat(told(priya)).containsExactly("You wanted to be reminded of this: “Order the seals”");
        assertThat(notifications
                        .list(priya, true, Cursor.NEWEST, 5)
                        .items()
                        .getFirst()
                        .count())
                .isEqualTo(1);
        assertThat(kept(priya)).containsExactly(post);
    }

    @Test
    void aDayThatIsOverOrFarAwayIsRefusedAndStaysInTheForm() {
        var post = posts.publish(bruno, null, "Too late");
        for (var day : List.of("2020-02-29", "2090-01-01", "tomorrow")) {
            assertThat(browser.put()
                            .uri("/posts/" + post + "/bookmark")
                            .param("remindOn", day)
                            .with(as(inFrench(priya))))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choisissez un jour à venir", day.equals("tomorrow") ? "" : "value=\"" + day + "\"");
        }
        assertThat(kept(priya)).isEmpty();
    }

    @Test
    void programsKeepThemToo() {
        var post = posts.publish(bruno, council, "For programs");
        assertThat(browser.put().uri("/api/v1/bookmarks/" + post).with(as(priya)))
                .hasStatus(204);
        assertThat(browser.put()
                        .uri("/api/v1/bookmarks/" + post)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"remindAt\": \"2020-01-01T08:00:00Z\"}")
                        .with(as(priya)))
                .hasStatus(422)
                .bodyText()
                .contains("remindAt");
        var list = get(priya, "/api/v1/bookmarks");
        assertThat(list).contains("\"id\":\"" + post + "\"", "\"bookmarked\":true", "\"remindAt\":null");
        assertThat(browser.delete().uri("/api/v1/bookmarks/" + post).with(as(priya)))
                .hasStatus(204);
        assertThat(browser.put().uri("/api/v1/bookmarks/" + post).with(as(cast.lucia())))
                .hasStatus(404);
        assertThat(get(priya, "/api/v1/posts/" + post)).contains("\"bookmarked\":false");
    }

    @Test
    void theListTakesNoStatementForEach() {
        var one = posts.publish(bruno, null, "One");
        bookmarks.put(priya, one);
        var few = StatementCount.during(() -> get(priya, "/bookmarks")).size();
        IntStream.range(0, 4).forEach(number -> bookmarks.put(priya, posts.publish(bruno, null, "More " + number)));

        assertThat(StatementCount.during(() -> get(priya, "/bookmarks")))
                .hasSizeLessThanOrEqualTo(few)
                .hasSizeLessThanOrEqualTo(8);
    }

    private void put(Viewer viewer, PostId post) {
        assertThat(browser.put().uri("/posts/" + post + "/bookmark").with(as(viewer)))
                .hasStatus(303);
    }

    private List<PostId> kept(Viewer viewer) {
        return bookmarks.list(viewer, Cursor.NEWEST, 20).items().stream()
                .map(bookmark -> bookmark.post().id())
                .toList();
    }

    private void remindNow(Viewer viewer, PostId post) {
        jdbc.sql(
                        "update bookmark set remind_at = now() - interval '1 second' where person_id = :person and post_id = :post")
                .param("person", viewer.id().value())
                .param("post", post.value())
                .update();
        bookmarks.remind();
    }

    private List<String> told(Viewer viewer) {
        settle();
        return notifications.list(viewer, false, Cursor.NEWEST, 20).items().stream()
                .filter(told -> told.kind().code().equals("bookmark"))
                .map(told -> told.text(messages, Locale.ENGLISH))
                .toList();
    }

    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
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
