package org.parvis.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
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
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Asking, answering in time, and saying which answer helped. */
@ParvisTest
@Import(Asking.class)
class QuestionsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Questions questions;

    @Autowired
    Promises promises;

    @Autowired
    Overdue overdue;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Asking asking;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
        lucia = cast.lucia();
        asking.nothing();
    }

    @Test
    void aFormAsks() {
        var answer = browser.post()
                .uri("/posts")
                .with(as(bruno))
                .param("kind", "question")
                .param("title", "Which torque for a double seal?")
                .param("text", "At 140 °C.")
                .param("within", "4")
                .exchange();

        assertThat(answer).hasStatus(303);
        var post = PostId.of(
                String.valueOf(answer.getResponse().getRedirectedUrl()).replace("/posts/", ""));
        var question = question(bruno, post);
        assertThat(question.promised()).isEqualTo(4);
        assertThat(question.dueAt())
                .isEqualTo(promises.of(null).calendar().after(question.askedAt(), Duration.ofHours(4)));
        assertThat(page(priya, "/posts/" + post))
                .contains("Answer due by", "Which torque for a double seal?", "Question");
        assertThat(page(inFrench(priya), "/posts/" + post)).contains("Réponse attendue avant");
    }

    @Test
    void whoAsksMayNameTheTime() {
        var soon = clock.instant().plus(Duration.ofHours(30)).truncatedTo(ChronoUnit.MINUTES);
        var local = soon.atZone(ZoneOffset.UTC).toLocalDateTime().toString();

        var named = asking.ask(bruno, null, "By tomorrow?", new Delay(null, local));

        assertThat(question(bruno, named).dueAt()).isEqualTo(soon);
        assertThat(question(bruno, named).promised()).isNull();
        for (var wrong : List.of("yesterday", "2020-01-01T10:00", "2999-01-01T10:00", "2026-13-01T10:00:00Z")) {
            assertThatThrownBy(() -> asking.ask(bruno, null, "When?", new Delay(null, wrong)))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> asking.ask(bruno, null, "When?", new Delay(401, null)))
                .isInstanceOf(Invalid.class);
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("kind", "question")
                        .param("title", "Typed once")
                        .param("text", "And kept")
                        .param("neededBy", "2020-01-01T10:00"))
                .hasStatus(422)
                .bodyText()
                .contains("Typed once", "And kept", "2020-01-01T10:00", "coming twelve months");
    }

    @Test
    void aCommunityPromisesItsOwn() {
        var place = found("Pumps", "open");
        var calendar = new WorkingCalendar(
                EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(12, 0), ZoneId.of("Asia/Kolkata"), "IN");
        promises.keep(bruno, null, new Promise(16, Promise.usual().calendar()));
        promises.keep(bruno, place, new Promise(4, calendar));

        assertThat(promises.of(place)).isEqualTo(new Promise(4, calendar));
        assertThat(promises.of(null).hours()).isEqualTo(16);
        var question = question(bruno, asking.ask(bruno, place, "In a week?"));
        assertThat(question.dueAt()).isEqualTo(calendar.after(question.askedAt(), Duration.ofHours(4)));
        promises.forget(place);
        assertThat(promises.of(place).hours()).isEqualTo(16);
    }

    @Test
    void ownersSetWhatTheirCommunityPromises() {
        var place = found("Pumps", "open");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        var address = "/communities/" + place + "/questions/promise";

        assertThat(browser.get().uri(address).with(as(priya))).hasStatus(403);
        assertThat(page(bruno, address)).contains("value=\"8\"");
        assertThat(promise(priya, address, "4")).isEqualTo(403);
        assertThat(promise(bruno, address, "0")).isEqualTo(422);
        assertThat(promise(bruno, address, "4")).isEqualTo(303);
        assertThat(promises.of(place).hours()).isEqualTo(4);
        assertThat(promises.of(place).calendar().country()).isEqualTo("FR");
        assertThat(browser.get().uri("/administration/questions").with(as(bruno)))
                .hasStatus(403);
        assertThat(browser.get().uri("/administration/questions").with(as(cast.nadia(), "ADMINISTRATOR")))
                .hasStatusOk();
    }

    @Test
    void theFirstAnswerOfSomebodyElseCounts() {
        var post = asking.ask(bruno, null, "Who knows?");
        var mine = comments.add(bruno, post, null, "I mean the big one.");
        comments.add(priya, post, mine, "Which big one?");
        assertThat(question(bruno, post).answered()).isFalse();

        var first = comments.add(priya, post, null, "28 Nm.");
        var at = question(bruno, post).answeredAt();
        comments.add(lucia, post, null, "Me, 30.");

        assertThat(at).isNotNull();
        assertThat(question(bruno, post).answeredAt()).isEqualTo(at);
        assertThat(page(bruno, "/posts/" + post)).contains("Answered in", "promised: one working day");
        comments.delete(priya, first, null);
        assertThat(question(bruno, post).answeredAt()).isAfter(at);
    }

    @Test
    void anAnswerThatIsHiddenAnswersNobody() {
        var post = asking.ask(bruno, null, "Who knows?");
        var answer = comments.add(priya, post, null, "28 Nm.");
        var at = question(bruno, post).answeredAt();

        jdbc.sql("update comment set hidden_at = now() where id = :id")
                .param("id", answer.value())
                .update();

        assertThat(question(bruno, post).answered()).isFalse();
        jdbc.sql("update comment set hidden_at = null where id = :id")
                .param("id", answer.value())
                .update();
        assertThat(question(bruno, post).answeredAt()).isEqualTo(at);
    }

    @Test
    void aQuestionIsLateUntilSomebodyAnswers() {
        var post = asking.ask(bruno, null, "Who knows?");
        asking.due(post, clock.instant().minus(Duration.ofHours(2)));

        assertThat(page(bruno, "/posts/" + post)).contains("2 h", "late", "class=\"brick\"");
        assertThat(queue(Queue.LATE)).containsExactly("Who knows?");
        assertThat(queue(Queue.OPEN)).isEmpty();
        comments.add(priya, post, null, "I do.");
        assertThat(queue(Queue.LATE)).isEmpty();
        assertThat(queue(Queue.ANSWERED)).containsExactly("Who knows?");
    }

    @Test
    void oneAnswerIsAcceptedByTheAsker() {
        var post = asking.ask(bruno, null, "Which torque?");
        var right = comments.add(priya, post, null, "28 Nm when cold.");
        var other = comments.add(lucia, post, null, "Forty, always.");

        questions.accept(bruno, right);
        questions.accept(bruno, right);

        assertThat(accepted(bruno, post)).isEqualTo(right.toString());
        assertThat(page(lucia, "/posts/" + post)).contains("well accepted", "Accepted");
        assertThat(asking.told(priya, post)).contains("accepted");
        questions.accept(bruno, other);
        assertThat(accepted(bruno, post)).isEqualTo(other.toString());
        questions.unaccept(bruno, right);
        assertThat(accepted(bruno, post)).isEqualTo(other.toString());
        questions.unaccept(bruno, other);
        questions.unaccept(bruno, other);
        assertThat(accepted(bruno, post)).isNull();
    }

    @Test
    void anAnswerThatIsTakenAwayIsNotAcceptedAnyMore() {
        var post = asking.ask(bruno, null, "Which torque?");
        var right = comments.add(priya, post, null, "28 Nm when cold.");
        questions.accept(bruno, right);

        comments.delete(priya, right, null);

        assertThat(accepted(bruno, post)).isNull();
        assertThat(page(bruno, "/posts/" + post)).doesNotContain("28 Nm when cold.");
        assertThatThrownBy(() -> questions.accept(bruno, right)).isInstanceOf(NotFound.class);
    }

    @Test
    void onlyAnswersOfOthersAreAccepted() {
        var post = asking.ask(bruno, null, "Which torque?");
        var answer = comments.add(priya, post, null, "28 Nm");
        var reply = comments.add(lucia, post, answer, "No.");
        var own = comments.add(bruno, post, null, "Found it.");
        var plain = posts.publish(bruno, null, "No question");
        var comment = comments.add(priya, plain, null, "No answer");

        assertThatThrownBy(() -> questions.accept(bruno, reply)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> questions.accept(bruno, own)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> questions.accept(priya, answer)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> questions.accept(bruno, comment)).isInstanceOf(NotFound.class);
    }

    @Test
    void inACommunityItsOwnersAcceptToo() {
        var place = found("Pumps", "request");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        var post = asking.ask(priya, place, "Which torque?");
        var answer = comments.add(bruno, post, null, "28 Nm");

        questions.accept(bruno, answer);

        assertThat(accepted(priya, post)).isEqualTo(answer.toString());
        assertThatThrownBy(() -> questions.accept(lucia, answer)).isInstanceOf(NotFound.class);
        assertThat(browser.put()
                        .uri("/comments/{id}/acceptance", answer.value())
                        .with(as(lucia)))
                .hasStatus(404);
    }

    @Test
    void inPlaceTheQuestionAndTheAnswerAreDrawnAnew() {
        var post = asking.ask(bruno, null, "Which torque?");
        var answer = comments.add(priya, post, null, "28 Nm");

        assertThat(browser.put()
                        .uri("/comments/{id}/acceptance", answer.value())
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "target=\"post_" + post + "_question\"",
                        "target=\"comment_" + answer + "_bar\"",
                        "The answer is accepted.");
        assertThat(browser.put()
                        .uri("/comments/{id}/acceptance", answer.value())
                        .with(as(bruno)))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/posts/" + post);
    }

    @Test
    void whoAsksTheSameIsToldOfAnswers() {
        var post = asking.ask(bruno, null, "Which torque?");
        questions.follow(lucia, post);
        questions.follow(lucia, post);
        assertThat(question(lucia, post).followers()).isEqualTo(1);
        assertThat(question(lucia, post).followed()).isTrue();

        comments.add(priya, post, null, "28 Nm");

        assertThat(asking.told(lucia, post)).containsExactly("answered");
        assertThat(asking.told(bruno, post)).containsExactly("answered");
        assertThat(asking.told(priya, post)).isEmpty();
        questions.unfollow(lucia, post);
        assertThat(question(lucia, post).followers()).isZero();
        var plain = posts.publish(bruno, null, "No question");
        assertThatThrownBy(() -> questions.follow(lucia, plain)).isInstanceOf(NotFound.class);
    }

    @Test
    void ownersAreCalledOnceWhenTheTimeIsNearlyUp() {
        var place = found("Pumps", "request");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        memberships.put(bruno, place, lucia.id(), Standing.MEMBER);
        var post = asking.ask(priya, place, "Which torque?");
        var answered = asking.ask(priya, place, "Which oil?");
        comments.add(lucia, answered, null, "ISO 68");
        overdue.call();
        assertThat(asking.told(bruno, post)).isEmpty();
        asking.due(post, clock.instant().plus(Duration.ofHours(1)));
        asking.due(answered, clock.instant().plus(Duration.ofHours(1)));

        overdue.call();
        overdue.call();

        assertThat(asking.told(bruno, post)).containsExactly("overdue_soon");
        assertThat(asking.told(lucia, post)).isEmpty();
        assertThat(asking.told(bruno, answered)).isEmpty();
        assertThat(jdbc.sql("select count from notification where kind = 'overdue_soon' and subject_id = :id")
                        .param("id", post.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void onWallsCommunityManagersAreCalled() {
        var youssef = cast.youssef();
        jdbc.sql("insert into network_role values (:id, 'community_manager', null, now()) on conflict do nothing")
                .param("id", youssef.id().value())
                .update();
        var post = asking.ask(bruno, null, "Which torque?");
        asking.due(post, clock.instant().plus(Duration.ofHours(1)));

        overdue.call();

        assertThat(asking.told(youssef, post)).containsExactly("overdue_soon");
    }

    @Test
    void whatWasAnsweredShowsWhileOneTypes() {
        var place = found("Secret pumps", "invitation");
        var open = asking.ask(bruno, null, "How do I store mechanical seals?");
        var closed = asking.ask(bruno, place, "How do I store mechanical seals in secret?");
        asking.ask(bruno, null, "How do I store mechanical seals unanswered?");
        questions.accept(bruno, comments.add(priya, open, null, "Flat."));
        memberships.put(bruno, place, lucia.id(), Standing.MEMBER);
        comments.add(lucia, closed, null, "Dry.");

        var forPriya = page(priya, "/questions/similar?title=storing mechanical seal");

        assertThat(forPriya).contains("How do I store mechanical seals?", "accepted answer");
        assertThat(forPriya).doesNotContain("in secret", "unanswered");
        assertThat(page(lucia, "/questions/similar?title=storing mechanical seal"))
                .contains("in secret");
        assertThat(page(lucia, "/questions/similar?title=what about lunch")).doesNotContain("mechanical");
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(priya))
                        .param("kind", "question")
                        .param("title", "Store mechanical seals")
                        .param("text", "How?"))
                .hasStatusOk()
                .bodyText()
                .contains("How do I store mechanical seals?");
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        for (var number = 0; number < 5; number++) {
            var post = asking.ask(bruno, null, "Number " + number + "?");
            asking.due(post, clock.instant().plus(Duration.ofHours(5 - number)));
        }

        assertThat(pages(Queue.OPEN)).containsExactly("Number 4?", "Number 3?", "Number 2?", "Number 1?", "Number 0?");
        assertThat(pages(Queue.ASKED)).containsExactly("Number 4?", "Number 3?", "Number 2?", "Number 1?", "Number 0?");
        for (var queue : Queue.values()) {
            assertThat(browser.get().uri("/questions?view=" + queue.code()).with(as(bruno)))
                    .hasStatusOk();
        }
        assertThat(browser.get().uri("/questions?view=none").with(as(bruno))).hasStatus(404);
    }

    @Test
    void aCommunityShowsItsOwn() {
        var place = found("Pumps", "request");
        asking.ask(bruno, place, "In here?");
        asking.ask(bruno, null, "Out there?");

        assertThat(page(bruno, "/communities/" + place + "/questions"))
                .contains("In here?")
                .doesNotContain("Out there?", "Answered in time");
        assertThat(browser.get().uri("/communities/" + place + "/questions").with(as(lucia)))
                .hasStatus(404);
    }

    @Test
    void fromTenQuestionsOnFiguresAreShown() {
        var place = found("Pumps", "open");
        for (var number = 0; number < 10; number++) {
            assertThat(page(bruno, "/communities/" + place + "/questions")).doesNotContain("Answered in time");
            var post = asking.ask(bruno, place, "Number " + number + "?");
            if (number < 7) {
                memberships.put(bruno, place, priya.id(), Standing.MEMBER);
                comments.add(priya, post, null, "Yes.");
                jdbc.sql("update question set asked_at = answered_at - interval '90 minutes' where post_id = :id")
                        .param("id", post.value())
                        .update();
            } else {
                asking.due(post, clock.instant().minus(Duration.ofHours(2)));
            }
        }

        assertThat(page(bruno, "/communities/" + place + "/questions")).contains("Answered in time", "70%", "1 h");
    }

    @Test
    void aProfileShowsAcceptedAnswersThatTheReaderMayRead() {
        var place = found("Secret pumps", "invitation");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        questions.accept(bruno, comments.add(priya, asking.ask(bruno, place, "Secret?"), null, "Yes."));
        questions.accept(bruno, comments.add(priya, asking.ask(bruno, null, "Open?"), null, "Yes."));

        assertThat(page(bruno, "/people/" + priya.id())).contains("2 accepted answers");
        assertThat(page(lucia, "/people/" + priya.id())).contains("1 accepted answer");
        assertThat(page(lucia, "/people/" + bruno.id())).doesNotContain("accepted answer");
    }

    @Test
    void questionsInAListTakeOneStatement() {
        var place = found("Pumps", "open");
        posts.publish(bruno, place, "No question");
        page(bruno, "/communities/" + place);
        var none = StatementCount.during(() -> page(bruno, "/communities/" + place));
        for (var number = 0; number < 5; number++) {
            asking.ask(bruno, place, "Number " + number + "?");
        }

        await().untilAsserted(() -> assertThat(StatementCount.during(() -> page(bruno, "/communities/" + place)))
                .hasSizeLessThanOrEqualTo(none.size() + 1));
    }

    @Test
    void whatCannotBeReadIsNoQuestion() {
        var place = found("Secret pumps", "invitation");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        var post = asking.ask(bruno, place, "Secret?");
        var answer = comments.add(priya, post, null, "Yes.");

        for (var address : List.of("/posts/" + post + "/question/follow", "/comments/" + answer + "/acceptance")) {
            assertThat(browser.put().uri(address).with(as(lucia))).hasStatus(404);
            assertThat(browser.delete().uri(address).with(as(lucia))).hasStatus(404);
        }
        assertThat(page(lucia, "/questions?view=open") + page(lucia, "/questions?view=answered"))
                .doesNotContain("Secret?");
    }

    private Question question(Viewer viewer, PostId post) {
        return posts.show(viewer, post)
                .part(QuestionPart.class)
                .map(QuestionPart::question)
                .orElseThrow();
    }

    private @Nullable String accepted(Viewer viewer, PostId post) {
        return QuestionJson.of(question(viewer, post), Instant.now(clock)).accepted();
    }

    private List<String> queue(Queue queue) {
        return questions.list(bruno, queue, null, null, 20).items().stream()
                .map(Post::excerpt)
                .toList();
    }

    private List<String> pages(Queue queue) {
        var titles = new ArrayList<String>();
        Cursor next = null;
        do {
            var slice = questions.list(bruno, queue, null, next, 2);
            slice.items().forEach(post -> titles.add(post.excerpt()));
            next = slice.next() == null ? null : Cursor.parse(slice.next().toString());
        } while (next != null);
        return titles;
    }

    private int promise(Viewer viewer, String address, String hours) {
        return browser.post()
                .uri(address)
                .with(as(viewer))
                .param("hours", hours)
                .param("days", "1", "2", "3")
                .param("opens", "08:00")
                .param("closes", "16:00")
                .param("zone", "Europe/Paris")
                .param("country", "FR")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private CommunityId found(String name, String access) {
        return communities.create(
                bruno, new CommunityForm(name + " " + clock.millis(), "", "business", access, true, null, null));
    }

    private String page(Viewer viewer, String address) {
        try {
            var answer = browser.get()
                    .uri(address.replace(" ", "%20"))
                    .with(as(viewer))
                    .exchange();
            assertThat(answer).as(address).hasStatusOk();
            return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
