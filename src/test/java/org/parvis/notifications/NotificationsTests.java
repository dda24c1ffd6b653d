package org.parvis.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.access.Agent;
import org.parvis.access.Recovery;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Locale;

@ParvisTest
class NotificationsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Notifications notifications;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Recovery recovery;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    CommunityId council;

    @BeforeEach
    void aCouncil() {
        settle();
        Tables.empty(jdbc, "notification");
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        council = communities.create(
                bruno, new CommunityForm("Quality council", "What for", "business", "request", true, null, null));
        memberships.put(bruno, council, priya.id(), Standing.MEMBER);
        settle();
        Tables.empty(jdbc, "notification");
    }

    @Test
    void aMentionAnAnswerAndAReplyAreToldOnceEach() {
        var post = posts.publish(bruno, council, "Who knows, " + mention(priya) + "?");
        assertThat(told(priya)).containsExactly("Bruno Tessier mentions you: “Who knows, @Priya Nair?”");

        var comment = comments.add(priya, post, null, "I do");
        assertThat(told(bruno)).containsExactly("Priya Nair commented on your post: “Who knows, @Priya Nair?”");

        comments.add(bruno, post, comment, "Then tell, " + mention(priya));
        assertThat(told(priya)).hasSize(1).allMatch(text -> text.startsWith("Bruno Tessier mentions you"));
        comments.add(bruno, post, comment, "Please");
        assertThat(told(priya)).anyMatch(text -> text.startsWith("Bruno Tessier answered your comment"));
    }

    @Test
    void nobodyIsToldOfWhatTheyDidThemselves() {
        var post = posts.publish(bruno, council, "I, " + mention(bruno));
        var comment = comments.add(bruno, post, null, "Me again");
        comments.add(bruno, post, comment, "And again");

        assertThat(told(bruno)).isEmpty();
    }

    @Test
    void answersToOnePostAreOneLine() {
        memberships.put(bruno, council, lucia.id(), Standing.MEMBER);
        var post = posts.publish(bruno, council, "Ideas?");
        comments.add(priya, post, null, "One");
        comments.add(priya, post, null, "Two");
        comments.add(lucia, post, null, "Three");

        assertThat(told(bruno)).containsExactly("Lucía Moreno and 1 other commented on your post: “Ideas?”");
        assertThat(list(bruno).getFirst().count()).isEqualTo(3);
        assertThat(notifications.unread(bruno)).isEqualTo(1);
    }

    @Test
    void whatHappensInCommunitiesIsTold() {
        memberships.enter(lucia, council);
        assertThat(told(bruno)).containsExactly("Lucía Moreno asks to join Quality council");
        memberships.agree(bruno, council, lucia.id());
        assertThat(told(lucia)).containsExactly("Bruno Tessier welcomes you to Quality council");
        assertThat(notifications.unread(bruno)).isZero();

        memberships.put(bruno, council, cast.youssef().id(), Standing.MEMBER);
        assertThat(told(cast.youssef())).containsExactly("Bruno Tessier added you to Quality council");

        var board = communities.create(
                bruno, new CommunityForm("The board", "What for", "business", "invitation", false, null, null));
        memberships.invite(bruno, board, priya.id());
        assertThat(told(priya)).containsExactly("Bruno Tessier invites you to join The board");
    }

    @Test
    void whoseWordsAreRemovedLearnsWhy() {
        var post = posts.publish(priya, council, "Beside the point");
        var other = posts.publish(bruno, council, "A question");
        var comment = comments.add(priya, other, null, "Rude");
        posts.delete(bruno, post, "Not our subject");
        comments.delete(bruno, comment, "Please stay polite");

        assertThat(told(priya))
                .containsExactly(
                        "Bruno Tessier removed your comment on: “A question”",
                        "Bruno Tessier removed your post: “Beside the point”");
        assertThat(list(priya))
                .extracting(Notification::reason)
                .containsExactly("Please stay polite", "Not our subject");
    }

    @Test
    void whatAnAdministratorMakesInMyNameIsTold() {
        jdbc.sql("insert into credential values (:id, 'hash', now()) on conflict do nothing")
                .param("id", priya.id().value())
                .update();
        recovery.resetLink(Agent.onPage(cast.nadia().id()), priya.id());
        transaction.executeWithoutResult(status -> journal.append(Activity.byTheNetwork()
                .create(Reference.to("access_token", 1))
                .to(Reference.to("person", priya.id().value()))));
        readsMailOf(priya);

        assertThat(told(priya))
                .containsExactly(
                        "Nadia Berrada read a mail that was written to you and could not be sent.",
                        "An access token was made in your name. You can revoke it in your settings.",
                        "Nadia Berrada made a link that resets your password.");
    }

    @Test
    void importsTellNobody() {
        transaction.executeWithoutResult(
                status -> journal.append(Activity.by(bruno.id().value())
                        .add(Reference.to("person", lucia.id().value()))
                        .to(Reference.to("community", council.value()))
                        .quietly()));

        assertThat(told(lucia)).isEmpty();
    }

    @Test
    void whoMayNotReadAnyMoreSeesNothingOfItAnywhere() throws Exception {
        var post = posts.publish(bruno, council, "Secret plan, " + mention(priya));
        comments.add(bruno, post, comments.add(priya, post, null, "Yes"), "Hush");
        assertThat(told(priya)).hasSize(2);

        memberships.remove(bruno, council, priya.id());

        assertThat(list(priya)).isEmpty();
        assertThat(notifications.unread(priya)).isZero();
        for (var exit : List.of("/notifications", "/api/v1/notifications", "/")) {
            assertThat(browser.get().uri(exit).with(as(priya))).bodyText().doesNotContain("Secret plan");
        }
        assertThat(browser.get()
                        .uri("/notifications/bell")
                        .accept("text/vnd.turbo-stream.html")
                        .with(as(priya)))
                .bodyText()
                .doesNotContain("badge");
    }

    @Test
    void whatWasTakenBackIsNoNews() {
        var post = posts.publish(bruno, council, "A question");
        var comment = comments.add(priya, post, null, "Too quick");
        memberships.enter(lucia, council);
        settle();
        assertThat(notifications.unread(bruno)).isEqualTo(2);

        comments.delete(priya, comment, null);
        memberships.leave(lucia, council);

        assertThat(notifications.unread(bruno)).isZero();
        assertThat(notifications.list(bruno, false, Cursor.NEWEST, 20).items()).isEmpty();
    }

    @Test
    void anUnlistedCommunityThatTookItsInvitationBackIsForgotten() {
        var board = communities.create(
                bruno, new CommunityForm("The board", "What for", "business", "invitation", false, null, null));
        memberships.invite(bruno, board, priya.id());
        assertThat(told(priya)).hasSize(1);

        memberships.remove(bruno, board, priya.id());

        assertThat(told(priya)).isEmpty();
    }

    @Test
    void strangersGuestsAndThoseWhoAreGoneAreNotTold() {
        var gil = cast.gil();
        var left = cast.person("Karl Vogt", PersonKind.EMPLOYEE);
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", left.id().value())
                .update();
        posts.publish(bruno, council, mention(lucia) + mention(gil) + mention(left) + " read this");
        posts.publish(bruno, null, mention(gil) + mention(left) + " read this");
        settle();

        assertThat(jdbc.sql("select count(*) from notification")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void visitingTheThreadReadsItEverywhere() {
        var post = posts.publish(bruno, council, "Look, " + mention(priya));
        assertThat(told(priya)).hasSize(1);
        assertThat(notifications.unread(priya)).isEqualTo(1);

        assertThat(browser.get()
                        .uri("/posts/" + post)
                        .header("Sec-Purpose", "prefetch")
                        .with(as(priya)))
                .hasStatusOk();
        assertThat(notifications.unread(priya)).isEqualTo(1);
        assertThat(browser.get().uri("/posts/" + post).with(as(priya)))
                .bodyText()
                .contains("Alerts, nothing new");

        assertThat(notifications.unread(priya)).isZero();
        comments.add(bruno, post, null, "Again, " + mention(priya));
        assertThat(told(priya)).hasSize(2);
        assertThat(notifications.unread(priya)).isEqualTo(1);
    }

    @Test
    void theBellDoesNotRingForTheThreadOnTheScreen() {
        var post = posts.publish(bruno, council, "Look, " + mention(priya));
        settle();

        assertThat(browser.get()
                        .uri("/notifications/bell?post=" + post)
                        .accept(Turbo.STREAM)
                        .with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"bell\"")
                .doesNotContain("badge");
        assertThat(notifications.unread(priya)).isZero();
    }

    @Test
    void visitingTheCommunityReadsWhatIsOfItButRequestsWaitForTheMembers() {
        memberships.enter(lucia, council);
        assertThat(told(bruno)).hasSize(1);

        browser.get().uri("/communities/" + council).with(as(bruno)).exchange();
        assertThat(notifications.unread(bruno)).isEqualTo(1);
        browser.get()
                .uri("/communities/" + council + "/members")
                .with(as(bruno))
                .exchange();
        assertThat(notifications.unread(bruno)).isZero();
    }

    @Test
    void allCanBeMarkedAsReadUpToTheOneSeen() {
        var first = posts.publish(bruno, council, "One, " + mention(priya));
        told(priya);
        var seen = list(priya).getFirst().id();
        posts.publish(bruno, council, "Two, " + mention(priya));
        assertThat(told(priya)).hasSize(2);

        assertThat(browser.post()
                        .uri("/notifications/read")
                        .param("until", seen.toString())
                        .with(as(priya)))
                .hasStatus(303);

        assertThat(list(priya)).extracting(Notification::unread).containsExactly(true, false);
        assertThat(list(priya).getLast().post()).isEqualTo(first);
        assertThat(browser.post()
                        .uri("/notifications/read")
                        .param("until", seen.toString())
                        .with(as(lucia)))
                .hasStatus(404);
    }

    @Test
    void thePageIsInDaysAndInFrench() {
        posts.publish(bruno, council, "Un avis, " + mention(priya));
        told(priya);

        assertThat(browser.get().uri("/notifications").with(as(inFrench(priya))))
                .bodyText()
                .contains("Alertes", "1 nouvelle.", "Aujourd’hui", "Bruno Tessier", "vous mentionne", "is-new");
    }

    @Test
    void pagesJoinWithoutLossWhenTimesAreEqual() {
        for (int i = 0; i < 7; i++) {
            posts.publish(bruno, council, "Number " + i + ", " + mention(priya));
        }
        told(priya);
        jdbc.sql("update notification set at = '2026-01-01T10:00:00Z'").update();
        var first = notifications.list(priya, true, Cursor.NEWEST, 4);
        var rest = notifications.list(priya, true, java.util.Objects.requireNonNull(first.next()), 4);

        assertThat(first.items()).hasSize(4);
        assertThat(rest.items()).hasSize(3).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void rewordingTellsOnlyWhoWasNotMentionedBefore() {
        PostId post = posts.publish(bruno, council, "Look, " + mention(priya));
        memberships.put(bruno, council, lucia.id(), Standing.MEMBER);
        told(priya);
        posts.edit(bruno, post, "Look, " + mention(priya) + " and " + mention(lucia));

        assertThat(told(lucia)).anyMatch(text -> text.contains("mentions you"));
        assertThat(list(priya).getFirst().count()).isEqualTo(1);
    }

    private void readsMailOf(Viewer person) {
        var mail = jdbc.sql("select min(id) from outgoing_mail where person_id = :id and kind <> 'mail-read'")
                .param("id", person.id().value())
                .query(Long.class)
                .single();
        for (var times = 0; times < 2; times++) {
            assertThat(browser.get().uri("/administration/mail/" + mail).with(as(cast.nadia(), "ADMINISTRATOR")))
                    .hasStatusOk();
        }
        assertThat(jdbc.sql("select count(*) from outgoing_mail where person_id = :id and kind = 'mail-read'")
                        .param("id", person.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> told(Viewer viewer) {
        settle();
        return list(viewer).stream()
                .map(told -> told.text(messages, Locale.ENGLISH))
                .toList();
    }

    private List<Notification> list(Viewer viewer) {
        return notifications.list(viewer, false, Cursor.NEWEST, 20).items();
    }

    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
    }

    private static String mention(Viewer viewer) {
        return "@[" + viewer.name() + "](person:" + viewer.id() + ")";
    }
}
