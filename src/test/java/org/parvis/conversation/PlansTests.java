package org.parvis.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.notifications.Notification;
import org.parvis.notifications.Notifications;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.time.Times;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

@ParvisTest
class PlansTests {

    private static final String KEY = "22222222-2222-3333-4444-555555555555";
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Plans plans;

    @Autowired
    DuePlans due;

    @Autowired
    Drafts drafts;

    @Autowired
    Attachments attachments;

    @Autowired
    Notifications notifications;

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
    void aCommunity() {
        jdbc.sql("delete from draft").update();
        settle();
        Tables.empty(jdbc, "notification");
        bruno = cast.bruno();
        priya = cast.priya();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps " + UUID.randomUUID(), "", "business", "request", true, null, null));
        memberships.put(bruno, pumps, priya.id(), Standing.MEMBER);
    }

    @Test
    void whatIsPlannedIsPublishedOnceWhenItsMomentHasCome() throws Exception {
        var note = attach("plan.txt");
        assertThat(plan(priya, "text", "Summer hours", "community", "" + pumps, "files", "" + note))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/drafts");
        assertThat(get(priya, "/drafts")).contains("To be posted on", "Summer hours");
        assertThat(draft().publishAt()).isEqualTo(SOON.atTime(8, 30).toInstant(ZoneOffset.UTC));
        due.publish();
        assertThat(published("Summer hours")).isZero();

        comesDue();
        together(8, due::publish);
        due.publish();

        assertThat(published("Summer hours")).isEqualTo(1);
        var post = posts.inCommunity(bruno, pumps, Cursor.NEWEST, 5).items().getFirst();
        assertThat(post.author().name()).isEqualTo("Priya Nair");
        assertThat(post.files()).hasSize(1);
        assertThat(get(priya, "/drafts")).contains("No drafts");
    }

    @Test
    void whatCouldNotBePublishedCannotBePlannedAndStaysInTheForm() {
        assertThat(plan(inFrench(priya), "text", "Without a title", "kind", "question"))
                .hasStatus(422)
                .bodyText()
                .contains("Without a title");
        assertThat(plan(priya, "text", "Which?", "kind", "poll", "options", "Only one"))
                .hasStatus(422)
                .bodyText()
                .contains("Only one");
        assertThat(plan(priya, "text", "Elsewhere", "community", "99999999")).hasStatus(404);
        assertThat(drafts.list(priya, Cursor.NEWEST, 5).items()).isEmpty();
        assertThat(published("Which?")).isZero();
    }

    @Test
    void aMomentThatIsPastOrFarAwayIsRefused() {
        for (var day : List.of("2020-02-29", "2090-01-01", "soon", "")) {
            assertThat(plan(inFrench(priya), "text", "Too late", "publishOn", day))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choisissez un jour et une heure à venir", "Too late");
        }
    }

    @Test
    void anHourThatIsLeftOutIsTheOneAfterAndOneThatComesTwiceTheFirst() {
        var inParis = inFrench(priya);
        assertThat(Plans.moment(inParis, "2027-03-28", "02:30")).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(Plans.moment(inParis, "2027-10-31", "02:30")).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(Plans.moment(inParis, "2027-07-01", "09:00")).isEqualTo(Instant.parse("2027-07-01T07:00:00Z"));
        assertThatThrownBy(() -> Plans.moment(inParis, "2027-02-30", "09:00")).isInstanceOf(Invalid.class);
    }

    @Test
    void whatChangesIsNoLongerPlanned() {
        plan(priya, "text", "First words");
        save(priya, "First words");
        assertThat(draft().publishAt()).as("the same words").isNotNull();
        assertThat(get(priya, "/posts/new?draft=" + KEY)).contains("Whatever you change, plan it again.");
        save(priya, "Other wor");
        assertThat(draft().publishAt()).isNull();
        comesDue();
        due.publish();
        assertThat(published("Other wor")).isZero();
    }

    @Test
    void itsMomentIsChangedAndTakenBackAndItGoesAtOnce() {
        plan(priya, "text", "Moving");
        assertThat(browser.put()
                        .uri("/drafts/" + KEY + "/plan")
                        .param("publishOn", SOON.plusDays(1).toString())
                        .param("publishTime", "17:00")
                        .with(as(priya)))
                .hasStatus(303);
        assertThat(draft().publishAt()).isEqualTo(SOON.plusDays(1).atTime(17, 0).toInstant(ZoneOffset.UTC));
        assertThat(get(priya, "/drafts/" + KEY + "/plan"))
                .contains("value=\"" + SOON.plusDays(1) + "\"", "value=\"17:00\"", "Plan no longer");
        assertThat(browser.delete().uri("/drafts/" + KEY + "/plan").with(as(priya)))
                .hasStatus(303);
        assertThat(draft().publishAt()).isNull();
        assertThat(browser.post().uri("/drafts/" + KEY + "/publication").with(as(bruno)))
                .hasStatus(404);
        assertThat(browser.post().uri("/drafts/" + KEY + "/publication").with(as(priya)))
                .hasStatus(303);
        assertThat(browser.post().uri("/drafts/" + KEY + "/publication").with(as(priya)))
                .hasStatus(404);
        assertThat(published("Moving")).isEqualTo(1);
    }

    @Test
    void whoMayPostThereNoMoreIsToldAndKeepsTheDraft() {
        plan(priya, "text", "For the pumps", "community", "" + pumps);
        memberships.remove(bruno, pumps, priya.id());
        comesDue();
        due.publish();
        due.publish();

        assertThat(published("For the pumps")).isZero();
        assertThat(draft().publishAt()).isNull();
        assertThat(get(priya, "/drafts"))
                .contains("For the pumps", "Not posted as planned: You may no longer post so there.");
        settle();
        var told = told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().href()).isEqualTo("/drafts");
        assertThat(told.getFirst().reason()).isEqualTo("You may no longer post so there.");
        assertThat(get(priya, "/notifications")).contains("What you planned was not posted.");
        save(priya, "For the pumps, again");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsWrongWithItByThenIsSaidToo() {
        var note = attach("gone.txt");
        plan(priya, "text", "With a file", "files", "" + note);
        attachments.discard(priya.id().value(), note);
        comesDue();
        due.publish();

        assertThat(published("With a file")).isZero();
        assertThat(draft().refusal()).isNotBlank().isNotEqualTo("You may no longer post so there.");
    }

    @Test
    void oneThatFailsHoldsNobodyUp() {
        plan(priya, "text", "Cannot", "community", "" + pumps);
        memberships.remove(bruno, pumps, priya.id());
        var other = cast.person("Ines Roux", PersonKind.EMPLOYEE);
        plan(other, "text", "Can");
        comesDue();
        due.publish();

        assertThat(published("Can")).isEqualTo(1);
    }

    @Test
    void nothingIsPublishedInTheNameOfWhoIsGone() {
        var leaving = cast.person("Lea Vidal", PersonKind.EMPLOYEE);
        plan(leaving, "text", "After I left");
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", leaving.id().value())
                .update();
        comesDue();
        due.publish();
        assertThat(published("After I left")).isZero();
    }

    @Test
    void whoStillHasItOpenDoesNotPublishItTwice() {
        plan(priya, "text", "Only once");
        comesDue();
        due.publish();
        assertThat(browser.post()
                        .uri("/posts")
                        .param("draft", KEY)
                        .param("text", "Only once")
                        .with(as(priya)))
                .hasStatus(422)
                .bodyText()
                .contains("This was posted as planned.", "Only once");
        assertThat(published("Only once")).isEqualTo(1);
    }

    @Test
    void itOutlivesThePatienceWithDrafts() {
        plan(priya, "text", "Far away");
        jdbc.sql("update draft set changed_at = now() - interval '100 days'").update();
        drafts.sweep();
        assertThat(draft().publishAt()).isNotNull();
    }

    @Test
    void programsPlanToo() throws UnsupportedEncodingException {
        var at = SOON.atTime(9, 0).toInstant(ZoneOffset.UTC);
        var answer = browser.post()
                .uri("/api/v1/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kind": "poll", "text": "Which colour?", "poll": {"options": ["Blue", "Green"]}, "publishAt": "%s"}
                        """.formatted(at))
                .with(as(priya))
                .exchange();
        assertThat(answer).hasStatus(202);
        var body = answer.getResponse().getContentAsString();
        assertThat(JsonPath.<String>read(body, "$.publishAt")).isEqualTo(at.toString());
        String id = JsonPath.read(body, "$.id");
        assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/api/v1/drafts/" + id);
        assertThat(browser.put()
                        .uri("/api/v1/drafts/" + id + "/plan")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publishAt\": \"2020-01-01T00:00:00Z\"}")
                        .with(as(priya)))
                .hasStatus(422);
        assertThat(browser.delete().uri("/api/v1/drafts/" + id + "/plan").with(as(priya)))
                .hasStatus(204);
        assertThat(browser.put()
                        .uri("/api/v1/drafts/" + id + "/plan")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publishAt\": \"%s\"}".formatted(at))
                        .with(as(priya)))
                .hasStatusOk();
        comesDue();
        due.publish();
        assertThat(published("Which colour?")).isEqualTo(1);
        var polls = get(priya, "/people/" + priya.id() + "/posts");
        assertThat(polls).contains("Blue", "Green");

        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"poll\", \"text\": \"Which?\", \"publishAt\": \"%s\"}".formatted(at))
                        .with(as(priya)))
                .hasStatus(422)
                .bodyText()
                .contains("options");
    }

    @Test
    void whatAProgramPlannedIsWholeInTheComposer() throws UnsupportedEncodingException {
        var at = SOON.atTime(9, 0).toInstant(ZoneOffset.UTC);
        var over = SOON.plusDays(5).atTime(11, 30).toInstant(ZoneOffset.UTC);
        var poll = form(planned("""
                {"kind": "poll", "text": "Which paint?", "publishAt": "%s", "poll": {"options": ["Blue", "Green", "Red"],
                 "multiple": true, "resultsAtEnd": true, "extensible": true, "endsAt": "%s"}}
                """.formatted(at, over)));
        assertThat(poll.get("options")).containsExactly("Blue", "Green", "Red");
        assertThat(poll).containsKeys("multiple", "atEnd", "extensible").doesNotContainKeys("secret", "part");
        assertThat(poll.get("days")).containsExactly(over.toString());

        var question = form(planned("""
                {"kind": "question", "title": "Which torque?", "text": "For M8", "publishAt": "%s",
                 "question": {"within": 23}}
                """.formatted(at)));
        assertThat(question.get("within")).containsExactly("23");

        // What the form says is what is published.
        var sent = browser.post().uri("/posts").with(as(priya));
        poll.forEach((name, values) -> sent.param(name, values.toArray(String[]::new)));
        assertThat(sent).hasStatus(303);
        assertThat(jdbc.sql("select ends_at from poll order by post_id desc limit 1")
                        .query((row, number) -> Times.instant(row, "ends_at"))
                        .single())
                .isEqualTo(over);
    }

    private String planned(String post) throws UnsupportedEncodingException {
        var answer = browser.post()
                .uri("/api/v1/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .content(post)
                .with(as(priya))
                .exchange();
        assertThat(answer).hasStatus(202);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    // As a browser would send it.
    private Map<String, List<String>> form(String draft) {
        return Jsoup.parse(get(priya, "/posts/new?draft=" + draft)).expectForm("form.compose").formData().stream()
                .collect(Collectors.groupingBy(
                        KeyVal::key, LinkedHashMap::new, Collectors.mapping(KeyVal::value, Collectors.toList())));
    }

    private List<Notification> told() {
        return notifications.list(priya, true, Cursor.NEWEST, 5).items().stream()
                .filter(told -> told.kind().code().equals("unpublished"))
                .toList();
    }

    private MvcTestResult plan(Viewer viewer, String... fields) {
        var request = browser.post().uri("/drafts/planned").param("draft", KEY);
        var named = List.of(fields);
        if (!named.contains("publishOn")) request.param("publishOn", SOON.toString());
        request.param("publishTime", "08:30");
        for (var field = 0; field < fields.length; field += 2) request.param(fields[field], fields[field + 1]);
        return request.with(as(viewer)).exchange();
    }

    private void save(Viewer viewer, String text) {
        var before = draft().form();
        var request =
                browser.post().uri("/drafts").accept(MediaType.APPLICATION_JSON).param("draft", KEY);
        before.forEach((name, values) -> {
            if (!name.equals("text")) values.forEach(value -> request.param(name, value));
        });
        assertThat(request.param("text", text).with(as(viewer))).hasStatus(204);
    }

    private Draft draft() {
        return drafts.find(priya, UUID.fromString(KEY));
    }

    private long attach(String name) {
        var content = name.getBytes(StandardCharsets.UTF_8);
        return attachments
                .keep(priya.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    private void comesDue() {
        jdbc.sql(
                        "update draft set publish_at = now() - interval '1 second' where publish_at is not null and ended_at is null")
                .update();
    }

    private long published(String text) {
        return jdbc.sql("select count(*) from post where text = :text")
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private static void together(int times, Runnable press) throws InterruptedException {
        var ready = new CountDownLatch(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < times; number++) {
                var _ = threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    press.run();
                    return null;
                });
            }
        }
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
