package org.parvis.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.access.Agent;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Moves;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.notifications.Notification;
import org.parvis.notifications.NotificationKind;
import org.parvis.notifications.Notifications;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Bruno owns the workshop, where Priya writes and Lucía reads; Mona moderates the network and is in no community. */
@ParvisTest
class ReportsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Reports reports;

    @Autowired
    Subjects subjects;

    @Autowired
    Routing routing;

    @Autowired
    OldReports oldReports;

    @Autowired
    Posts posts;

    @Autowired
    Moves moves;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Attachments attachments;

    @Autowired
    Notifications notifications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FrameReader frame;

    @Autowired
    WaitingReports waiting;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    Viewer mona;
    CommunityId workshop;
    PostId post;

    @BeforeEach
    void aWorkshop() {
        jdbc.sql("delete from report").update();
        jdbc.sql("delete from network_role where role = 'moderator'").update();
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        mona = cast.person("Mona Diallo", EMPLOYEE);
        moderates(mona);
        workshop = communities.create(
                bruno, new CommunityForm("Workshop", "", "business", "invitation", false, null, null));
        memberships.put(bruno, workshop, priya.id(), Standing.MEMBER);
        memberships.put(bruno, workshop, lucia.id(), Standing.MEMBER);
        post = posts.publish(priya, workshop, "Whoever made this pump is a fool. #pumpwords");
        settle();
        Tables.empty(jdbc, "notification");
    }

    @Test
    void whatIsReportedGoesToTheOwnersAndToNobodyElse() {
        var report = report(lucia, post);

        assertThat(open(bruno)).containsExactly(report);
        for (var other : List.of(priya, mona, cast.nadia(), cast.youssef())) {
            assertThat(open(other)).as(other.name()).isEmpty();
            assertThatThrownBy(() -> reports.find(other, report)).isInstanceOf(NotFound.class);
            assertThat(frame.now(waiting, other.id().value()).all()).isZero();
        }
        assertThat(open(lucia)).isEmpty();
        await().untilAsserted(() -> assertThat(kinds(bruno)).contains(NotificationKind.REPORT));
        settle();
        assertThat(kinds(priya)).isEmpty();
        assertThat(kinds(mona)).isEmpty();
    }

    @Test
    void whatConcernsAnOwnerGoesToTheModerators() {
        memberships.put(bruno, workshop, priya.id(), Standing.OWNER);
        var report = report(lucia, post);

        assertThat(open(bruno)).isEmpty();
        assertThat(open(priya)).isEmpty();
        assertThat(open(mona)).containsExactly(report);
        var shown = reports.find(mona, report);
        assertThat(shown.words()).containsExactly("Whoever made this pump is a fool. #pumpwords");
        assertThat(shown.readable()).isFalse();
        assertThat(shown.communityName()).isNull();
        assertThatThrownBy(() -> posts.find(mona, post)).isInstanceOf(NotFound.class);
    }

    @Test
    void wallsPeopleAndCommunitiesGoToTheModerators() {
        var wall = posts.publish(priya, null, "On my wall");
        var about = List.of(
                report(lucia, wall),
                reports.report(lucia, subjects.person(lucia, priya.id()), "disrespect", "She shouts."),
                reports.report(lucia, subjects.community(lucia, workshop), "other", ""));

        assertThat(open(mona)).containsExactlyInAnyOrderElementsOf(about);
        assertThat(open(bruno)).isEmpty();
        assertThat(reports.find(mona, about.get(1)).decisions()).containsExactly(Decision.KEEP, Decision.WARN);
        assertThatThrownBy(() -> decide(mona, about.get(1), "hide")).isInstanceOf(Invalid.class);
        decide(mona, about.get(2), "warn");
        await().untilAsserted(() -> assertThat(kinds(bruno)).contains(NotificationKind.REPORT_DECIDED));
    }

    @Test
    void whatNobodyHandlesForADayGoesToTheModeratorsToo() {
        var report = report(lucia, post);
        routing.passOn();
        assertThat(open(mona)).isEmpty();

        jdbc.sql("update report set opened_at = opened_at - interval '24 hours'")
                .update();
        routing.passOn();
        routing.passOn();

        assertThat(open(mona)).containsExactly(report);
        assertThat(open(bruno)).containsExactly(report);
        await().untilAsserted(() -> assertThat(told(mona)).hasSize(1));
        assertThat(told(mona).getFirst().count()).isEqualTo(1);
    }

    @Test
    void anOpenReportGoesWithAPostThatIsMoved() {
        var carla = cast.person("Carla Sanz", EMPLOYEE);
        var foundry = communities.create(
                bruno, new CommunityForm("Foundry", "", "business", "invitation", false, null, null));
        memberships.put(bruno, foundry, carla.id(), Standing.OWNER);
        memberships.put(bruno, foundry, lucia.id(), Standing.MEMBER);
        memberships.put(bruno, workshop, lucia.id(), Standing.OWNER);
        var comment = comments.add(priya, post, null, "And a liar");
        var handled = report(lucia, posts.publish(priya, workshop, "Handled before"));
        decide(bruno, handled, "keep");
        var about =
                List.of(report(bruno, post), reports.report(lucia, subjects.comment(lucia, comment), "disrespect", ""));
        assertThat(open(lucia)).containsExactlyInAnyOrderElementsOf(about);

        moves.move(bruno, post, foundry);

        await().untilAsserted(() -> assertThat(open(carla)).containsExactlyInAnyOrderElementsOf(about));
        assertThat(open(lucia)).isEmpty();
        assertThat(frame.now(waiting, lucia.id().value()).all()).isZero();
        assertThat(open(mona)).isEmpty();
        await().untilAsserted(() -> assertThat(kinds(carla)).contains(NotificationKind.REPORT));
        assertThat(told(lucia)).noneMatch(told -> told.kind() == NotificationKind.REPORT);
        assertThat(reports.find(bruno, handled).communityName()).isEqualTo("Workshop");
    }

    @Test
    void whereAnOwnerWroteItAMovedReportGoesToTheModerators() {
        var foundry = communities.create(
                bruno, new CommunityForm("Foundry", "", "business", "invitation", false, null, null));
        memberships.put(bruno, foundry, priya.id(), Standing.OWNER);
        var report = report(lucia, post);

        moves.move(bruno, post, foundry);

        await().untilAsserted(() -> assertThat(open(mona)).containsExactly(report));
        assertThat(open(bruno)).isEmpty();
        assertThat(open(priya)).isEmpty();
    }

    @Test
    void nobodyHandlesAReportAboutHimself() {
        moderates(priya);
        var own = report(lucia, posts.publish(priya, null, "I moderate and say so"));
        assertThat(open(priya)).isEmpty();
        assertThat(open(mona)).containsExactly(own);
        assertThatThrownBy(() -> decide(priya, own, "keep")).isInstanceOf(NotFound.class);
        assertThat(browser.get().uri("/reports/" + own).with(as(priya, "MODERATOR")))
                .hasStatus(404);

        moderates(bruno);
        var ofHisCommunity = reports.report(lucia, subjects.community(lucia, workshop), "other", "");
        assertThat(open(bruno)).doesNotContain(ofHisCommunity);
        assertThat(open(mona)).contains(ofHisCommunity);
    }

    @Test
    void administratorsStandInWhereNoModeratorMay() {
        var nadia = cast.nadia();
        moderates(priya);
        jdbc.sql("delete from network_role where role = 'moderator' and person_id = :id")
                .param("id", mona.id().value())
                .update();
        var report = report(lucia, posts.publish(priya, null, "I am the only moderator"));

        assertThat(open(nadia)).containsExactly(report);
        assertThat(open(priya)).isEmpty();
        await().untilAsserted(() -> assertThat(kinds(nadia)).contains(NotificationKind.REPORT));
    }

    @Test
    void reportingTwiceIsOnceAndOthersJoin() {
        var report = report(lucia, post);
        assertThat(reports.report(lucia, subjects.post(lucia, post), "safety", "It leaks, too."))
                .isEqualTo(report);
        var gil = cast.gil();
        jdbc.sql("insert into membership values (:place, :gil, 'member', now(), :bruno)")
                .param("place", workshop.value())
                .param("gil", gil.id().value())
                .param("bruno", bruno.id().value())
                .update();
        assertThat(report(gil, post)).isEqualTo(report);

        var voices = reports.find(bruno, report).voices();
        assertThat(voices).extracting(Voice::reason).containsExactly(ReportReason.SAFETY, ReportReason.DISRESPECT);
        assertThat(voices.getFirst().text()).isEqualTo("It leaks, too.");
        assertThat(reports.find(gil, report).voices()).hasSize(1);
    }

    @Test
    void whatOneDoesNotReadCannotBeReportedAndWhatIsOnesOwnIsNot() {
        assertThatThrownBy(() -> report(mona, post)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> report(priya, post)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> subjects.person(priya, priya.id())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> subjects.community(bruno, workshop)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsHiddenIsHiddenEverywhereAndCanBeShownAgain() {
        var file = attachments.keep(
                priya.id().value(), "pump.txt", new ByteArrayResource("pump".getBytes(StandardCharsets.UTF_8)), 4);
        var shown = posts.publish(
                priya,
                workshop,
                "Pumpzyq for @[Lucía](person:" + lucia.id() + ") #pumpzyq",
                List.of(new Enclosure(file.id(), "")));
        await().untilAsserted(() -> assertThat(told(lucia)).hasSize(1));
        var report = report(lucia, shown);
        var exits = exits(shown);
        assertThat(exits)
                .allSatisfy(exit -> assertThat(answer(lucia, exit)).as(exit).contains("umpzyq"));

        decide(bruno, report, "hide");

        for (var other : List.of(lucia, bruno, mona)) {
            for (var exit : exits) {
                assertThat(answer(other, exit))
                        .as(exit + " for " + other.name())
                        .doesNotContain("umpzyq");
            }
            assertThat(browser.get().uri("/files/" + file.id()).with(as(other))).hasStatus(404);
            assertThat(browser.get().uri("/posts/" + shown).with(as(other))).hasStatus(404);
        }
        assertThat(told(lucia)).noneMatch(told -> told.kind() == NotificationKind.MENTION);
        assertThat(answer(priya, "/posts/" + shown)).contains("umpzyq", "nobody but you");
        assertThat(browser.get().uri("/files/" + file.id()).with(as(priya))).hasStatusOk();

        decide(bruno, report, "keep");

        assertThat(exits)
                .allSatisfy(exit -> assertThat(answer(lucia, exit)).as(exit).contains("umpzyq"));
        assertThat(reports.find(bruno, report).handlings())
                .extracting(Handling::decision)
                .containsExactly(Decision.HIDE, Decision.KEEP);
    }

    private static List<String> exits(PostId post) {
        return List.of(
                "/",
                "/?view=following",
                "/posts/" + post,
                "/topics/pumpzyq",
                "/api/v1/topics/pumpzyq",
                "/api/v1/posts/" + post,
                "/api/v1/feed?view=for-me",
                "/notifications",
                "/api/v1/notifications");
    }

    @Test
    void aHiddenCommentIsSeenByItsAuthorAlone() {
        var thread = posts.publish(bruno, workshop, "Who knows?");
        var comment = comments.add(priya, thread, null, "Kommzyq nobody");
        var answered = comments.add(lucia, thread, comment, "An answer that stays");
        var report = reports.report(lucia, subjects.comment(lucia, comment), "disrespect", "");

        decide(bruno, report, "hide");

        for (var exit : Stream.of("/posts/", "/api/v1/posts/%s/comments")
                .map(exit -> exit.contains("%") ? exit.formatted(thread) : exit + thread)
                .toList()) {
            assertThat(answer(lucia, exit)).doesNotContain("Kommzyq").contains("An answer that stays");
            assertThat(answer(priya, exit)).contains("Kommzyq");
        }
        assertThatThrownBy(() -> comments.find(lucia, comment)).isInstanceOf(NotFound.class);
        assertThat(posts.find(lucia, thread).comments()).isEqualTo(1);
        assertThat(posts.find(priya, thread).comments()).isEqualTo(2);
        assertThat(browser.get().uri("/api/v1/comments/" + comment).with(as(lucia)))
                .hasStatus(404);

        decide(bruno, report, "remove");
        assertThatThrownBy(() -> comments.find(priya, comment)).isInstanceOf(NotFound.class);
        assertThat(comments.find(priya, new CommentId(answered.value()))).isNotNull();
    }

    @Test
    void bothSidesAreToldWhyAndNobodyWhoReported() {
        var report = report(lucia, post);
        decide(bruno, report, "hide");

        await().untilAsserted(() -> assertThat(kinds(lucia)).contains(NotificationKind.REPORT_HANDLED));
        await().untilAsserted(() -> assertThat(kinds(priya)).contains(NotificationKind.REPORT_DECIDED));
        assertThat(told(lucia).getFirst().reason()).isEqualTo("Because of hide");
        assertThat(answer(lucia, "/notifications")).contains("hid what you reported", "Because of hide");
        for (var exit : List.of("/notifications", "/api/v1/notifications", "/posts/" + post)) {
            assertThat(answer(priya, exit)).as(exit).doesNotContain("Lucía");
        }
        assertThat(answer(priya, "/notifications")).contains("Because of hide", "which was reported");
        assertThat(browser.get().uri("/reports/" + report).with(as(priya))).hasStatus(404);
        assertThat(jdbc.sql("select count(*) from journal where object_kind = 'report' and actor = :lucia")
                        .param("lucia", lucia.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRemovalIsToldOnce() {
        var report = report(lucia, post);
        decide(bruno, report, "remove");

        await().untilAsserted(() -> assertThat(kinds(lucia)).contains(NotificationKind.REPORT_HANDLED));
        await().untilAsserted(() -> assertThat(kinds(priya)).contains(NotificationKind.POST_REMOVED));
        settle();
        assertThat(kinds(priya)).containsExactly(NotificationKind.POST_REMOVED);
        assertThat(told(priya).getFirst().reason()).isEqualTo("Because of remove");
        assertThatThrownBy(() -> posts.find(bruno, post)).isInstanceOf(NotFound.class);
    }

    @Test
    void oneDecidesOnceAndOthersSeeThatItIsDecided() {
        memberships.put(bruno, workshop, lucia.id(), Standing.OWNER);
        var gil = cast.gil();
        var report = report(lucia, post);
        decide(bruno, report, "warn");
        decide(bruno, report, "warn");

        assertThat(reports.find(lucia, report).handlings()).hasSize(1);
        assertThatThrownBy(() -> decide(lucia, report, "remove")).isInstanceOf(Conflict.class);
        assertThat(open(bruno)).isEmpty();
        assertThat(reports.list(bruno, true, null, Cursor.NEWEST, 20).items()).hasSize(1);
        assertThat(posts.find(lucia, post)).isNotNull();
        assertThat(report(lucia, post)).isNotEqualTo(report);
        assertThat(open(gil)).isEmpty();
    }

    @Test
    void whoeverLosesTheRightSeesNothingAnyMore() {
        memberships.put(bruno, workshop, lucia.id(), Standing.OWNER);
        var report = report(bruno, post);
        await().untilAsserted(() -> assertThat(kinds(lucia)).contains(NotificationKind.REPORT));
        memberships.put(bruno, workshop, lucia.id(), Standing.MEMBER);

        assertThat(open(lucia)).isEmpty();
        assertThat(told(lucia)).noneMatch(told -> told.kind() == NotificationKind.REPORT);
        assertThat(browser.get().uri("/reports/" + report).with(as(lucia))).hasStatus(404);
    }

    @Test
    void whatAModeratorDecidesIsInTheAuditList() {
        var report = report(lucia, posts.publish(priya, null, "On my wall"));
        decide(mona, report, "hide");
        var inCommunity = report(lucia, post);
        decide(bruno, inCommunity, "keep");

        assertThat(jdbc.sql("select action from audit where details ->> 'report' in (:his, :hers)")
                        .param("hers", report.toString())
                        .param("his", inCommunity.toString())
                        .query(String.class)
                        .list())
                .containsExactly("report hidden");
    }

    @Test
    void reportsAreForgottenAYearAfterTheyWereHandled() {
        var handled = report(lucia, post);
        decide(bruno, handled, "keep");
        var waiting = report(lucia, post);
        jdbc.sql("update report set opened_at = opened_at - interval '400 days',"
                        + " handled_at = handled_at - interval '366 days'")
                .update();

        oldReports.forget();
        oldReports.forget();

        assertThatThrownBy(() -> reports.find(bruno, handled)).isInstanceOf(NotFound.class);
        assertThat(open(bruno)).containsExactly(waiting);
        assertThat(jdbc.sql("select count(*) from report_voice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void thePagesLeadFromTheMenuToTheDecision() {
        assertThat(answer(lucia, "/posts/" + post)).contains("/posts/" + post + "/report");
        assertThat(answer(priya, "/posts/" + post)).doesNotContain("/posts/" + post + "/report");
        assertThat(answer(lucia, "/posts/" + post + "/report"))
                .contains("The owners of Workshop", "Priya Nair never learns");

        assertThat(browser.post()
                        .uri("/posts/" + post + "/report")
                        .with(as(lucia))
                        .param("text", "Kept words"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what is wrong.", "Kept words");
        var sent = browser.post()
                .uri("/posts/" + post + "/report")
                .with(as(lucia))
                .param("reason", "disrespect")
                .param("text", "Look at it")
                .exchange();
        assertThat(sent).hasStatus(303);
        var address = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(answer(lucia, address)).contains("You will be told").doesNotContain("name=\"action\"");
        assertThat(browser.post().uri(address + "/handling").with(as(lucia)).param("action", "keep"))
                .hasStatus(403);

        assertThat(answer(bruno, "/communities/" + workshop))
                .contains("/reports?community=" + workshop, "One report waits");
        assertThat(answer(bruno, "/people")).contains("href=\"/reports\"");
        assertThat(answer(lucia, "/people")).doesNotContain("href=\"/reports\"");
        assertThat(answer(bruno, "/reports?community=" + workshop)).contains(address);
        assertThat(answer(bruno, address)).contains("Look at it", "Whoever made this pump");
        assertThat(browser.post()
                        .uri(address + "/handling")
                        .with(as(bruno))
                        .param("action", "hide")
                        .param("reason", " "))
                .hasStatus(422);
        assertThat(browser.post()
                        .uri(address + "/handling")
                        .with(as(bruno))
                        .param("action", "hide")
                        .param("reason", "No insults here"))
                .hasStatus(303);
        assertThat(answer(bruno, "/reports?state=handled")).contains(address);
        assertThat(answer(lucia, address)).contains("No insults here");
        assertThat(answer(bruno, "/people")).doesNotContain("href=\"/reports\"");
    }

    @Test
    void programsReportListAndDecide() {
        assertThat(send(lucia, "POST", "/api/v1/reports", "{\"reason\": \"other\"}"))
                .hasStatus(422);
        assertThat(send(mona, "POST", "/api/v1/reports", about(post))).hasStatus(404);
        assertThat(send(lucia, "POST", "/api/v1/reports", about(post)))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("open");
        var report = open(bruno).getFirst();
        assertThat(browser.get().uri("/api/v1/reports").with(as(bruno)))
                .bodyJson()
                .extractingPath("$.items[0].voices[0].person.name")
                .isEqualTo("Lucía Moreno");
        assertThat(browser.get().uri("/api/v1/reports").with(as(lucia)))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        var decision = "{\"action\": \"warn\", \"reason\": \"Mind the tone\"}";
        assertThat(send(lucia, "PUT", "/api/v1/reports/" + report + "/handling", decision))
                .hasStatus(403);
        assertThat(send(mona, "PUT", "/api/v1/reports/" + report + "/handling", decision))
                .hasStatus(404);
        assertThat(send(bruno, "PUT", "/api/v1/reports/" + report + "/handling", decision))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.handlings[0].reason")
                .isEqualTo("Mind the tone");
        assertThat(browser.get().uri("/api/v1/reports?state=handled").with(as(bruno)))
                .bodyJson()
                .extractingPath("$.items[0].id")
                .isEqualTo(report.toString());
    }

    private static String about(PostId post) {
        return "{\"post\": \"%s\", \"reason\": \"disrespect\", \"text\": \"Read it\"}".formatted(post);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult send(
            Viewer viewer, String method, String address, String json) {
        return browser.method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(address)
                .with(as(viewer))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private ReportId report(Viewer viewer, PostId reported) {
        return reports.report(viewer, subjects.post(viewer, reported), "disrespect", "");
    }

    private void decide(Viewer viewer, ReportId report, String action) {
        reports.handle(viewer, report, action, "Because of " + action, Agent.Origin.PAGE);
    }

    private List<ReportId> open(Viewer viewer) {
        return reports.list(viewer, false, null, Cursor.NEWEST, 20).items().stream()
                .map(Report::id)
                .toList();
    }

    private List<Notification> told(Viewer viewer) {
        return notifications.list(viewer, false, Cursor.NEWEST, 20).items();
    }

    private List<NotificationKind> kinds(Viewer viewer) {
        return told(viewer).stream().map(Notification::kind).toList();
    }

    private String answer(Viewer viewer, String address) {
        try {
            return browser.get()
                    .uri(address)
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException everyJavaHasUtf8) {
            throw new IllegalStateException(everyJavaHasUtf8);
        }
    }

    private void moderates(Viewer viewer) {
        jdbc.sql("insert into network_role values (:id, 'moderator', null, now()) on conflict do nothing")
                .param("id", viewer.id().value())
                .update();
    }

    // Whatever was said before has been read.
    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                       = (select position from journal_head)
                """).query(Boolean.class).single());
    }
}
