package org.parvis.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Whom a question is brought to. */
@ParvisTest
@Import(Asking.class)
class CallsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Calls calls;

    @Autowired
    Questions questions;

    @Autowired
    Answering answering;

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
    FrameReader frame;

    @Autowired
    WaitingAnswers waiting;

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
    void expertiseCalls() {
        asking.knows(priya, "Mechanical seals", "Welding");
        asking.knows(lucia, "Lean");
        asking.knows(bruno, "Mechanical seals");

        var post = asking.ask(bruno, null, "Which torque for a mechanical seal?");

        assertThat(asking.called(post)).containsExactly("Priya Nair");
        assertThat(asking.told(priya, post)).containsExactly("called");
        assertThat(get(priya, "/questions")).contains("Matches your expertise “Mechanical seals”", "Which torque");
        assertThat(get(priya, "/")).contains("For you to answer", "Which torque");
        assertThat(get(lucia, "/questions")).doesNotContain("Which torque");
    }

    @Test
    void wordsAreComparedWithoutAccentsAndPlurals() {
        asking.knows(priya, "Pompes à palettes");
        asking.knows(lucia, "RH");

        assertThat(asking.called(asking.ask(bruno, null, "Quelle huile pour une POMPE a palette ?")))
                .containsExactly("Priya Nair");
        assertThat(asking.called(asking.ask(bruno, null, "Qui appeler aux RH ?")))
                .containsExactly("Lucía Moreno");
    }

    @Test
    void onlyThoseWhoMayReadAreCalled() {
        var place = found("invitation");
        memberships.put(bruno, place, lucia.id(), Standing.MEMBER);
        asking.knows(priya, "Seals");
        asking.knows(lucia, "Seals");
        asking.knows(cast.gil(), "Seals");

        assertThat(asking.called(asking.ask(bruno, place, "Which seals?"))).containsExactly("Lucía Moreno");
        assertThat(asking.called(asking.ask(bruno, null, "Which seals?")))
                .containsExactly("Lucía Moreno", "Priya Nair");
    }

    @Test
    void whoLeavesIsNotAskedAnyMore() {
        var place = found("invitation");
        memberships.put(bruno, place, lucia.id(), Standing.MEMBER);
        asking.knows(lucia, "Seals");
        var post = asking.ask(bruno, place, "Which secret seals?");
        assertThat(asking.called(post)).isNotEmpty();
        assertThat(frame.now(waiting, lucia.id().value()).count()).isEqualTo(1);

        memberships.remove(bruno, place, lucia.id());

        assertThat(frame.now(waiting, lucia.id().value()).count()).isZero();
        assertThat(get(lucia, "/questions") + get(lucia, "/") + get(lucia, "/notifications"))
                .doesNotContain("secret seals");
    }

    @Test
    void anAcceptedAnswerCallsForTheNextOfItsKind() {
        var first = asking.ask(bruno, null, "How do I store mechanical seals?");
        questions.accept(bruno, comments.add(priya, first, null, "Flat."));

        var second = asking.ask(lucia, null, "How to store the mechanical seals?");

        assertThat(asking.called(second)).containsExactly("Priya Nair");
        assertThat(get(priya, "/questions")).contains("An answer you gave to a similar question was accepted");
    }

    @Test
    void fewAreCalledToOneQuestionAndFewQuestionsADayToOnePerson() {
        for (var number = 0; number < 8; number++) {
            asking.knows(cast.person("Expert Nr" + (char) ('a' + number), EMPLOYEE), "Seals");
        }
        var asked = new ArrayList<String>();
        for (var number = 0; number < 6; number++) {
            var called = asking.called(asking.ask(bruno, null, "Which seals, number " + number + "?"));
            assertThat(called).hasSizeLessThanOrEqualTo(Calls.PEOPLE);
            asked.addAll(called);
        }

        assertThat(asked).hasSize(8 * Calls.A_DAY);
    }

    @Test
    void readingAnEntryTwiceCallsNobodyTwice() {
        asking.knows(priya, "Seals");
        var post = asking.ask(bruno, null, "Which seals?");
        assertThat(asking.called(post)).hasSize(1);

        calls.bring(post.value());

        assertThat(asking.called(post)).hasSize(1);
        assertThat(jdbc.sql("select sum(count) from notification where kind = 'called'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoIsAtWorkAndSpeaksTheLanguageComesFirst() {
        var now = clock.instant();
        var calendar = new WorkingCalendar(
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(17, 0), ZoneOffset.UTC, null);
        var noon = ZoneOffset.ofHours(12 - now.atOffset(ZoneOffset.UTC).getHour());
        var midnight = ZoneOffset.ofHours(noon.getTotalSeconds() / 3600 + (noon.getTotalSeconds() > 0 ? -12 : 12));

        assertThat(expert(noon, "fr").works(calendar, now)).isTrue();
        assertThat(expert(midnight, "fr").works(calendar, now)).isFalse();
        assertThat(expert(noon, "Français").speaks("fr")).isTrue();
        assertThat(expert(noon, "English").speaks("fr")).isFalse();
        assertThat(expert(noon).speaks("fr")).isTrue();
    }

    @Test
    void aSleeperIsCalledAfterThoseAtWork() {
        for (var number = 0; number < 6; number++) {
            var expert = cast.person("Awake Nr" + (char) ('a' + number), EMPLOYEE);
            asking.knows(expert, "Seals");
            set(expert, "time_zone", awake());
        }
        var sleeper = cast.person("Aa Sleeper", EMPLOYEE);
        asking.knows(sleeper, "Seals");
        set(sleeper, "time_zone", asleep());
        jdbc.sql("""
                insert into question_promise (community_id, hours, days, opens, closes, zone, changed_at)
                values (null, 8, '{1,2,3,4,5,6,7}', '09:00', '17:00', 'UTC', now())
                """).update();

        assertThat(asking.called(asking.ask(bruno, null, "Which seals?")))
                .hasSize(5)
                .doesNotContain("Aa Sleeper");
    }

    @Test
    void notMe() {
        asking.knows(priya, "Seals", "Pumps");
        var post = asking.ask(bruno, null, "Which seals?");
        assertThat(asking.called(post)).hasSize(1);

        assertThat(decline(priya, post.toString(), false)).isEqualTo(303);
        assertThat(frame.now(waiting, priya.id().value()).count()).isZero();
        calls.bring(post.value());
        assertThat(asking.called(post)).isEmpty();
        var second = asking.ask(bruno, null, "Which seals again?");
        assertThat(asking.called(second)).hasSize(1);
        assertThat(decline(priya, second.toString(), true)).isEqualTo(303);
        assertThat(asking.called(asking.ask(bruno, null, "Which seals once more?")))
                .isEmpty();
        assertThat(asking.called(asking.ask(bruno, null, "Which pumps?"))).hasSize(1);
        assertThat(answering.of(priya).refused()).containsExactly("Seals");
        assertThat(get(priya, "/settings/answering")).contains("Seals");
        assertThat(decline(lucia, post.toString(), false)).isEqualTo(404);
        answering.allow(priya, "Seals");
        assertThat(answering.of(priya).refused()).isEmpty();
    }

    @Test
    void notMeAtAll() {
        asking.knows(priya, "Seals");
        answering.keep(priya, false, null, null);

        assertThat(asking.called(asking.ask(bruno, null, "Which seals?"))).isEmpty();
    }

    @Test
    void somebodyAnswersForWhoIsAway() {
        asking.knows(priya, "Seals");
        answering.keep(
                priya,
                true,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3),
                lucia.id());

        var post = asking.ask(bruno, null, "Which seals?");

        assertThat(asking.called(post)).containsExactly("Lucía Moreno");
        assertThat(get(lucia, "/questions")).contains("In place of Priya Nair, who is away");
    }

    @Test
    void aStandInWhoMayNotReadIsNotCalled() {
        var place = found("invitation");
        memberships.put(bruno, place, priya.id(), Standing.MEMBER);
        asking.knows(priya, "Seals");
        answering.keep(
                priya,
                true,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3),
                lucia.id());

        assertThat(asking.called(asking.ask(bruno, place, "Which seals?"))).isEmpty();
    }

    @Test
    void whoIsAwayNamesThemByNameAndSaysUntilWhen() {
        var until =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(7).toString();

        assertThat(wish(priya, "Lucía Moreno", until)).isEqualTo(303);
        assertThat(answering.of(priya).standIn()).isEqualTo(lucia.id());
        assertThat(wish(priya, "lucia moreno", until)).isEqualTo(303);
        assertThat(wish(priya, "Nobody", until)).isEqualTo(422);
        assertThat(wish(priya, "Lucía Moreno", "")).isEqualTo(422);
        assertThat(wish(priya, "", until)).isEqualTo(422);
        assertThat(wish(priya, "Lucía Moreno", "2020-01-01")).isEqualTo(422);
        assertThat(wish(priya, "Priya Nair", until)).isEqualTo(422);
        assertThat(wish(priya, "", "")).isEqualTo(303);
        assertThat(answering.of(priya).standIn()).isNull();
        assertThatThrownBy(() -> answering.keep(priya, true, null, lucia.id())).isInstanceOf(Invalid.class);
    }

    @Test
    void anAbsenceThatIsOverIsNone() {
        answering.keep(
                priya,
                true,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3),
                lucia.id());
        assertThat(get(priya, "/settings")).contains("Lucía Moreno answers in your place until");

        jdbc.sql("update answering set away_until = away_until - 5").update();

        assertThat(answering.of(priya).awayUntil()).isNull();
        assertThat(answering.of(priya).standIn()).isNull();
        assertThat(get(priya, "/settings")).doesNotContain("in your place until");
    }

    @Test
    void anAnsweredQuestionWaitsForNobody() {
        asking.knows(priya, "Seals");
        var post = asking.ask(bruno, null, "Which seals?");
        assertThat(asking.called(post)).hasSize(1);

        comments.add(lucia, post, null, "Mine.");

        assertThat(frame.now(waiting, priya.id().value()).count()).isZero();
        assertThatThrownBy(() -> calls.decline(lucia, post, false)).isInstanceOf(NotFound.class);
    }

    private int wish(Viewer viewer, String standIn, String until) {
        return browser.post()
                .uri("/settings/answering")
                .with(as(viewer))
                .param("called", "true")
                .param("standIn", standIn)
                .param("awayUntil", until)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private int decline(Viewer viewer, String post, boolean topic) {
        return browser.post()
                .uri("/posts/{id}/question/refusal", post)
                .with(as(viewer))
                .param("topic", String.valueOf(topic))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static Expert expert(ZoneOffset zone, String... languages) {
        return new Expert(1, "seals", null, null, 1, zone, List.of(languages));
    }

    private String awake() {
        return zone(12);
    }

    private String asleep() {
        return zone(2);
    }

    // The Etc zones count the other way round, from −14 to +12.
    private String zone(int hour) {
        var shift = hour - clock.instant().atOffset(ZoneOffset.UTC).getHour();
        var bounded = shift < -12 ? shift + 24 : shift > 12 ? shift - 24 : shift;
        return "Etc/GMT" + (bounded > 0 ? "-" + bounded : "+" + -bounded);
    }

    private void set(Viewer person, String column, String value) {
        jdbc.sql("update person set " + column + " = :value where id = :id")
                .param("value", value)
                .param("id", person.id().value())
                .update();
    }

    private CommunityId found(String access) {
        return communities.create(
                bruno, new CommunityForm("Pumps " + clock.millis(), "", "business", access, true, null, null));
    }

    private String get(Viewer viewer, String address) {
        try {
            var answer = browser.get().uri(address).with(as(viewer)).exchange();
            assertThat(answer).as(address).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
