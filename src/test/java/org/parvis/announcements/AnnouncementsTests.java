package org.parvis.announcements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.journal.JournalLag;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.Jobs;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@ParvisTest
@Import(StatementCount.class)
class AnnouncementsTests {

    private static final TargetingJson EVERYBODY = TargetingJson.of(Targeting.EVERYBODY);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    AnnouncementKind kind;

    @Autowired
    Announcements announcements;

    @Autowired
    Sights sights;

    @Autowired
    Readers readers;

    @Autowired
    OldAnnouncements old;

    @Autowired
    WaitingAnnouncements waiting;

    @Autowired
    JournalLag lag;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Jobs jobs;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;
    Viewer lucia;
    Viewer wanda;

    @BeforeEach
    void people() {
        jdbc.sql("delete from notification where kind in ('announced', 'reminded')")
                .update();
        Tables.empty(
                jdbc,
                "announcement_round",
                "announcement_reading",
                "announcement_wording",
                "announcement",
                "network_role");
        bruno = cast.bruno();
        priya = lives(cast.priya(), "Quality", "Pune", "IN", "Inspector");
        lucia = lives(cast.lucia(), "Production", "Monterrey", "MX", "Team leader");
        wanda = lives(cast.person("Wanda Holm", EMPLOYEE), "Quality", "Lyon", "FR", "Inspector");
        appoint(bruno);
    }

    @Test
    void editorsAnnounceWhereTheyPostAndOwnersInTheirCommunities() {
        var pumps = found(priya, "Pumps", "open");
        memberships.put(priya, pumps, lucia.id(), Standing.MEMBER);
        memberships.put(priya, pumps, bruno.id(), Standing.MEMBER);

        assertThat(announce(bruno, null, plain())).isNotNull();
        assertThat(announce(bruno, pumps, plain())).isNotNull();
        assertThat(announce(priya, pumps, plain())).isNotNull();
        assertThatThrownBy(() -> announce(priya, null, plain())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> announce(lucia, pumps, plain())).isInstanceOf(Forbidden.class);
        assertThat(jdbc.sql("select count(*) from announcement")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);

        assertThat(page(priya, "/").select(".kinds").text()).contains("Announcement");
        var ingrid = cast.person("Ingrid Vik", EMPLOYEE);
        assertThat(page(ingrid, "/").select(".kinds").text()).doesNotContain("Announcement");
        assertThat(page(priya, "/communities/" + pumps).select(".kinds").text()).contains("Announcement");
        assertThat(page(lucia, "/communities/" + pumps).select(".kinds").text()).doesNotContain("Announcement");
        assertThat(browser.get().uri("/posts/new?kind=announcement").with(as(ingrid)))
                .hasStatus(403);
        assertThat(browser.get()
                        .uri("/posts/new?kind=announcement&community=" + pumps)
                        .with(as(lucia)))
                .hasStatus(403);
        assertThat(browser.post()
                        .uri("/posts")
                        .param("kind", "announcement")
                        .param("title", "I say so")
                        .param("text", "And so.")
                        .with(as(ingrid)))
                .hasStatus(403);
        // Where an owner writes, only their communities are to choose.
        memberships.put(priya, pumps, wanda.id(), Standing.MEMBER);
        assertThat(page(priya, "/posts/new?kind=announcement")
                        .select("#place option")
                        .text())
                .contains("Pumps")
                .doesNotContain("My wall");
        var ingrids = found(ingrid, "Turbines", "open");
        memberships.put(priya, pumps, ingrid.id(), Standing.MEMBER);
        assertThat(page(ingrid, "/posts/new?kind=announcement&community=" + pumps)
                        .select("#place option")
                        .eachAttr("value"))
                .containsExactly("" + ingrids);
    }

    @Test
    void broughtToWhoeverFitsInEveryListAndHiddenFromNobody() {
        var pumps = found(bruno, "Valves", "open");
        memberships.put(bruno, pumps, wanda.id(), Standing.MEMBER);
        var post = announce(
                bruno,
                null,
                draft(
                        new TargetingJson(
                                List.of("Quality", "Sales"),
                                null,
                                List.of("FR", "MX"),
                                List.of("Inspector"),
                                List.of("" + pumps)),
                        false));

        assertThat(atHome(wanda)).containsExactly("Closing early");
        assertThat(atHome(priya)).isEmpty();
        assertThat(atHome(bruno)).isEmpty();
        assertThat(readers.reach(bruno, post).reached()).isEqualTo(1);
        assertThat(page(priya, "/posts/" + post).text()).contains("Closing early", "Announcement");
        assertThat(announcements.find(priya, post).targeting()).isNull();
        assertThat(announcements.find(bruno, post).targeting())
                .isEqualTo(new Targeting(
                        List.of("Quality", "Sales"),
                        List.of(),
                        List.of("FR", "MX"),
                        List.of("Inspector"),
                        List.of(pumps.value())));
    }

    @Test
    void nobodyIsReachedWhoMayNotRead() {
        var secret = found(bruno, "Secret", "invitation");
        memberships.put(bruno, secret, priya.id(), Standing.MEMBER);
        var post = announce(bruno, secret, draft(EVERYBODY, true));
        assertThat(readers.reach(bruno, post).reached()).isEqualTo(1);
        assertThat(atHome(priya)).containsExactly("Closing early");
        assertThat(atHome(lucia)).isEmpty();
        for (var address : List.of("/acknowledgement", "/reading")) {
            assertThat(browser.put()
                            .uri("/posts/" + post + "/announcement" + address)
                            .with(as(lucia)))
                    .hasStatus(404);
        }
        assertThat(browser.get().uri("/posts/" + post + "/announcement").with(as(lucia, "EDITOR")))
                .hasStatus(404);

        memberships.remove(bruno, secret, priya.id());
        assertThat(atHome(priya)).isEmpty();
        assertThat(readers.reach(bruno, post).reached()).isZero();
        assertThatThrownBy(() -> announcements.acknowledge(priya, post)).isInstanceOf(NotFound.class);
        assertThat(browser.put()
                        .uri("/api/v1/announcements/" + post + "/acknowledgement")
                        .with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void membersThatOneMayNotSeeAreNoCondition() {
        var secret = found(priya, "Merger", "invitation");
        memberships.put(priya, secret, lucia.id(), Standing.MEMBER);
        var asked = new TargetingJson(null, null, null, null, List.of("" + secret));
        assertThatThrownBy(() -> announce(bruno, null, draft(asked, false))).isInstanceOf(Invalid.class);
        var hidden = page(bruno, "/announcements/reach?communities=" + secret, "EDITOR");
        assertThat(hidden.select("#reach").text())
                .isEqualTo(page(bruno, "/announcements/reach?communities=99999999", "EDITOR")
                        .select("#reach")
                        .text());
        assertThat(page(bruno, "/posts/new?kind=announcement", "EDITOR").text()).doesNotContain("Merger");
    }

    @Test
    void theFormSaysHowManyAreReachedAndWhoMayRead() {
        assertThat(page(bruno, "/announcements/reach?departments=Quality&sites=Pune", "EDITOR")
                        .text())
                .contains("It is brought to one person.", "Every employee may read it.");
        var secret = found(bruno, "Seals", "invitation");
        memberships.put(bruno, secret, priya.id(), Standing.MEMBER);
        memberships.put(bruno, secret, lucia.id(), Standing.MEMBER);
        assertThat(page(bruno, "/announcements/reach?community=" + secret).text())
                .contains("It is brought to 2 people.", "The members of Seals may read it.");
        assertThat(browser.get().uri("/announcements/reach").with(as(wanda))).hasStatus(403);
        assertThat(browser.get().uri("/announcements/reach?community=" + secret).with(as(wanda)))
                .hasStatus(404);

        // Without a script a button counts, and nothing that was chosen is lost.
        assertThat(browser.post()
                        .uri("/posts/form")
                        .param("turn", "announcement")
                        .param("title", "Closing early")
                        .param("departments", "Quality")
                        .param("title-fr", "Fermeture")
                        .with(as(bruno, "EDITOR")))
                .hasStatusOk()
                .bodyText()
                .contains("It is brought to 2 people.", "value=\"Fermeture\"")
                .containsPattern("name=\"departments\" value=\"Quality\" checked");
    }

    @Test
    void anyOfHundredsOfDepartmentsIsFoundByItsName() {
        jdbc.sql("""
                insert into person (kind, state, name, given_name, family_name, email, department, country, created_at, updated_at)
                select 'employee', 'active', 'P ' || n, 'P', n::text, 'p' || n || '@example.org', 'Unité ' || n % 350,
                       'CH', now(), now()
                  from generate_series(1, 700) n
                union all
                select 'employee', 'active', 'Zoé Last', 'Zoé', 'Last', 'zoe.last@example.org', 'Zünd & Fils', 'CH', now(), now()
                """).update();
        try {
            var form = page(bruno, "/posts/new?kind=announcement", "EDITOR");
            assertThat(form.select("[name=departments]")).hasSize(100);
            assertThat(form.select("[value=Zünd & Fils]")).isEmpty();
            assertThat(form.select("#departments-named-hint").text()).contains("100 of 35");
            assertThat(form.select("[name=sites-named]")).isEmpty();
            assertThat(page(bruno, "/announcements/values?q=fils", "EDITOR").text())
                    .contains("Zünd & Fils", "one person");
            assertThat(page(bruno, "/announcements/values?q=unite 34", "EDITOR").select("[role=option]"))
                    .hasSize(8)
                    .first()
                    .extracting(option -> option.text())
                    .asString()
                    .contains("Unité 34 2 people");
            assertThat(page(bruno, "/announcements/values?list=countries&q=switz", "EDITOR")
                            .text())
                    .contains("Switzerland");
            assertThat(page(bruno, "/announcements/values?q=%25", "EDITOR").text())
                    .isEmpty();
            assertThat(browser.get().uri("/announcements/values?q=fils").with(as(wanda)))
                    .hasStatus(403);
            assertThat(browser.get()
                            .uri("/announcements/values?list=email&q=zoe")
                            .with(as(bruno, "EDITOR")))
                    .hasStatus(404);

            // Added by its name, however that is written; what nothing is called stays in its field.
            var added = turned("departments-named", "zund & fils", "departments", "Quality");
            assertThat(added.select("[name=departments][checked]").eachAttr("value"))
                    .containsExactlyInAnyOrder("Quality", "Zünd & Fils");
            assertThat(added.select("[name=departments-named]").val()).isEmpty();
            assertThat(added.select("#reach").text()).contains("It is brought to 3 people.");
            var unknown = turned("departments-named", "Zund");
            assertThat(unknown.select("[name=departments-named]").val()).isEqualTo("Zund");
            assertThat(unknown.select("#departments-named-error").text()).contains("Nothing is called “Zund” here.");

            assertThat(browser.post()
                            .uri("/posts")
                            .param("kind", "announcement")
                            .param("title", "By a name")
                            .param("text", "Found")
                            .param("departments-named", "Zund")
                            .with(as(bruno, "EDITOR")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Nothing is called “Zund” here.");
            assertThat(browser.post()
                            .uri("/posts")
                            .param("kind", "announcement")
                            .param("title", "By a name")
                            .param("text", "Found")
                            .param("departments-named", "zünd & fils")
                            .with(as(bruno, "EDITOR")))
                    .hasStatus(303);
            assertThat(jdbc.sql("select departments from announcement order by post_id desc limit 1")
                            .query((row, number) ->
                                    (String[]) row.getArray("departments").getArray())
                            .single())
                    .containsExactly("Zünd & Fils");
        } finally {
            jdbc.sql("delete from person where name like 'P %' or name = 'Zoé Last'")
                    .update();
        }
    }

    private Document turned(String... fields) {
        var request = browser.post()
                .uri("/posts/form")
                .param("turn", "announcement")
                .param("more", "true")
                .with(as(bruno, "EDITOR"));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        try {
            return Jsoup.parse(request.exchange().getResponse().getContentAsString());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatAProgramPlannedIsWholeInTheComposer() throws Exception {
        var answer = browser.post()
                .uri("/api/v1/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kind": "announcement", "title": "Closing early", "text": "At noon.", "publishAt": "%s",
                         "announcement": {"audience": {"departments": ["Quality", "Nobody yet"], "sites": ["Pune"]},
                          "acknowledge": true, "commentsClosed": true, "expiresAt": "%s",
                          "wordings": [{"language": "en", "title": "Early", "text": "Noon."},
                                       {"language": "fr", "title": "Fermeture", "text": "À midi."}]}}
                        """.formatted(
                                Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS),
                                Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS)))
                .with(as(bruno, "EDITOR"))
                .exchange();
        assertThat(answer).hasStatus(202);
        String id = JsonPath.read(answer.getResponse().getContentAsString(), "$.id");

        var form = page(bruno, "/posts/new?draft=" + id, "EDITOR");
        assertThat(form.select("[name=departments][checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("Quality", "Nobody yet");
        assertThat(form.select("[name=sites][checked]").eachAttr("value")).containsExactly("Pune");
        assertThat(form.select("[name=acknowledge][checked], [name=commentsClosed][checked]"))
                .hasSize(2);
        assertThat(form.select("#days option[selected]").text()).startsWith("Until ");
        assertThat(form.select("[name=title-fr], [name=title-en]").eachAttr("value"))
                .containsExactlyInAnyOrder("Early", "Fermeture");
        assertThat(form.select("[name=text-fr]").text()).isEqualTo("À midi.");
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsPublished() {
        var before = jdbc.sql("select count(*) from post").query(Long.class).single();
        for (var wrong : List.of(
                new AnnouncementDraft(EVERYBODY, true, false, Instant.now().minusSeconds(1), null),
                new AnnouncementDraft(EVERYBODY, true, false, Instant.now().plus(Duration.ofDays(366)), null),
                new AnnouncementDraft(EVERYBODY, true, false, null, List.of(words("de", "Titel", "Text"))),
                new AnnouncementDraft(EVERYBODY, true, false, null, List.of(words("fr", "", "Texte"))),
                new AnnouncementDraft(
                        EVERYBODY,
                        true,
                        false,
                        null,
                        List.of(words("fr", "Titre", "Un"), words("fr", "Titre", "Deux"))),
                draft(new TargetingJson(null, null, null, null, List.of("x")), false),
                draft(new TargetingJson(null, null, List.of("France"), null, null), false),
                draft(new TargetingJson(null, java.util.Collections.nCopies(101, "Lyon"), null, null, null), false))) {
            assertThatThrownBy(() -> announce(bruno, null, wrong)).isInstanceOf(Invalid.class);
        }
        assertThat(jdbc.sql("select count(*) from post").query(Long.class).single())
                .isEqualTo(before);
        assertThat(browser.post()
                        .uri("/posts")
                        .param("kind", "announcement")
                        .param("title", "Closing early")
                        .param("text", "At noon.")
                        .param("title-fr", "Fermeture")
                        .with(as(bruno, "EDITOR")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Fermeture\"", "title-fr-error");
    }

    @Test
    void shownAtHomeUntilItIsRead() {
        var post = announce(bruno, null, plain());
        assertThat(readers.reach(bruno, post).seen()).isZero();
        assertThat(atHome(priya)).containsExactly("Closing early");
        assertThat(atHome(priya)).containsExactly("Closing early");
        sights.flush();
        assertThat(readers.reach(bruno, post).seen()).isEqualTo(1);

        assertThat(browser.put().uri("/posts/" + post + "/announcement/reading").with(as(priya)))
                .hasStatus(303);
        assertThat(atHome(priya)).isEmpty();
        page(lucia, "/posts/" + post);
        assertThat(atHome(lucia)).isEmpty();
        assertThat(readers.reach(bruno, post).seen()).isEqualTo(2);
        assertThat(readers.missing(bruno, post, null, 20).items()).isEmpty();
        assertThat(page(bruno, "/posts/" + post + "/announcement").text())
                .contains("only how many saw it")
                .doesNotContain("Priya");
    }

    @Test
    void nobodySeesItAtHomeOnceItHasExpired() {
        var post = announce(bruno, null, draft(EVERYBODY, true));
        assertThat(atHome(priya)).isNotEmpty();
        jdbc.sql("update announcement set expires_at = now()").update();
        assertThat(atHome(priya)).isEmpty();
        announcements.acknowledge(priya, post);
        assertThat(readers.reach(bruno, post).acknowledged()).isEqualTo(1);
    }

    @Test
    void confirmedOnceByThoseWhoAreAsked() {
        var post = announce(bruno, null, draft(new TargetingJson(List.of("Quality"), null, null, null, null), true));
        assertThat(page(priya, "/").select("#announced button").text()).isEqualTo("I have read it");
        announcements.acknowledge(priya, post);
        announcements.acknowledge(priya, post);
        assertThat(atHome(priya)).isEmpty();
        assertThat(page(priya, "/posts/" + post).text()).contains("You confirmed on");
        // Reading it is not yet confirming it.
        page(wanda, "/posts/" + post);
        assertThat(atHome(wanda)).containsExactly("Closing early");
        assertThatThrownBy(() -> announcements.acknowledge(lucia, post)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> announcements.acknowledge(bruno, post)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> announcements.acknowledge(priya, posts.publish(bruno, null, "A post")))
                .isInstanceOf(NotFound.class);

        assertThat(names(readers.done(bruno, post, Cursor.NEWEST, 20).items())).containsExactly("Priya Nair");
        assertThat(names(readers.missing(bruno, post, null, 20).items())).containsExactly("Wanda Holm");
        assertThat(readers.reach(bruno, post))
                .satisfies(reach -> assertThat(List.of(reach.reached(), reach.seen(), reach.acknowledged()))
                        .containsExactly(2L, 2L, 1L));

        assertThat(browser.put()
                        .uri("/posts/" + post + "/announcement/acknowledgement")
                        .param("home", "true")
                        .accept(Turbo.STREAM)
                        .with(as(wanda)))
                .hasStatusOk()
                .bodyText()
                .contains("target=\"announced\"", "You confirmed on")
                .doesNotContain("Closing early");
    }

    @Test
    void whoHasReadItIsForItsAuthorAndEditors() {
        var pumps = found(priya, "Bearings", "open");
        memberships.put(priya, pumps, lucia.id(), Standing.MEMBER);
        memberships.put(priya, pumps, wanda.id(), Standing.OWNER);
        var post = announce(priya, pumps, draft(EVERYBODY, true));
        announcements.acknowledge(lucia, post);
        for (var reader : List.of(priya, bruno)) {
            assertThat(page(reader, "/posts/" + post + "/announcement?view=done")
                            .text())
                    .contains("Lucía Moreno");
        }
        for (var outsider : List.of(lucia, wanda)) {
            for (var address : List.of("", "/people.csv")) {
                assertThat(browser.get()
                                .uri("/posts/" + post + "/announcement" + address)
                                .with(as(outsider)))
                        .hasStatus(403);
            }
            assertThat(browser.post()
                            .uri("/posts/" + post + "/announcement/reminder")
                            .with(as(outsider)))
                    .hasStatus(403);
            assertThat(browser.get()
                            .uri("/api/v1/announcements/" + post + "/reach")
                            .with(as(outsider)))
                    .hasStatus(403);
            assertThat(page(outsider, "/posts/" + post).text()).doesNotContain("Who has read it");
        }
        assertThat(page(priya, "/posts/" + post).text()).contains("Who has read it");
    }

    @Test
    void thoseWhoAreAskedAreToldAndRemindedOnceADay() {
        var post = announce(bruno, null, draft(EVERYBODY, true));
        told(priya, post, "announced");
        told(lucia, post, "announced");
        assertThat(kinds(bruno, post)).isEmpty();
        assertThat(page(priya, "/notifications").text()).contains("asks you to confirm that you have read");

        announcements.acknowledge(priya, post);
        assertThat(page(priya, "/notifications").text()).doesNotContain("asks you to confirm that you have read");
        assertThatThrownBy(() -> readers.remind(bruno, post)).isInstanceOf(Conflict.class);

        jdbc.sql("update announcement_round set begun_at = begun_at - interval '25 hours'")
                .update();
        readers.remind(bruno, post);
        told(lucia, post, "announced", "reminded");
        assertThat(kinds(priya, post)).containsExactly("announced");
        assertThatThrownBy(() -> readers.remind(bruno, post)).isInstanceOf(Conflict.class);

        jdbc.sql("update announcement_round set begun_at = begun_at - interval '25 hours'")
                .update();
        jdbc.sql("update announcement set expires_at = now()").update();
        assertThatThrownBy(() -> readers.remind(bruno, post)).isInstanceOf(Conflict.class);
        assertThat(announce(bruno, null, plain())).isNotNull();
        assertThat(jdbc.sql("select count(*) from announcement_round")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void readInOnesLanguageOrTheFirst() {
        var post = announce(
                bruno,
                null,
                new AnnouncementDraft(
                        EVERYBODY, true, false, null, List.of(words("fr", "Fermeture avancée", "À *midi*, partout."))));
        assertThat(atHome(priya)).containsExactly("Closing early");
        assertThat(atHome(inFrench(lucia))).containsExactly("Fermeture avancée");
        var thread = page(inFrench(lucia), "/posts/" + post).select("article .post-body");
        assertThat(thread.select("h2").text()).isEqualTo("Fermeture avancée");
        assertThat(thread.select(".prose").attr("lang")).isEqualTo("fr");
        assertThat(thread.select(".prose em").text()).isEqualTo("midi");
        assertThat(page(priya, "/posts/" + post).select("article h2").text()).isEqualTo("Closing early");
        assertThat(page(inFrench(bruno), "/posts/" + post + "/edit").text()).contains("At noon");

        assertThat(browser.get().uri("/api/v1/posts/" + post).with(as(inFrench(lucia))))
                .bodyJson()
                .extractingPath("$['title','text']")
                .asMap()
                .containsEntry("title", "Closing early");
        assertThat(browser.get().uri("/api/v1/posts/" + post).with(as(inFrench(lucia))))
                .bodyJson()
                .extractingPath("$.announcement.wording.title")
                .isEqualTo("Fermeture avancée");
    }

    @Test
    void itsAuthorChangesItsWordsInOtherLanguages() {
        var post = announce(bruno, null, plain());
        var address = "/posts/" + post + "/announcement/wordings";
        assertThat(page(bruno, "/posts/" + post).select("a[href=" + address + "]"))
                .hasSize(1);
        assertThat(browser.put()
                        .uri(address)
                        .param("title-fr", "Fermeture")
                        .param("text-fr", "À midi.")
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(page(inFrench(lucia), "/posts/" + post).select("article h2").text())
                .isEqualTo("Fermeture");
        assertThat(page(bruno, address).select("[name=title-fr]").val()).isEqualTo("Fermeture");
        assertThat(browser.put().uri(address).param("title-fr", "Fermé").with(as(bruno)))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Fermé\"");
        assertThat(browser.put().uri(address).param("text-fr", " ").with(as(bruno)))
                .hasStatus(303);
        assertThat(page(inFrench(lucia), "/posts/" + post).select("article h2").text())
                .isEqualTo("Closing early");
        for (var other : List.of(priya, appoint(wanda))) {
            assertThat(browser.put().uri(address).with(as(other))).hasStatus(403);
            assertThat(browser.get().uri(address).with(as(other))).hasStatus(403);
        }
    }

    @Test
    void itsWordsInOtherLanguagesKeepNoNamesOfCommunities() {
        var secret = found(bruno, "Takeover", "invitation");
        var words = List.<AnnouncementDraft.@Nullable WordingDraft>of(new AnnouncementDraft.WordingDraft(
                "fr", "Fermeture", "Voir @[Takeover](community:%s)".formatted(secret)));
        var post = announce(bruno, null, new AnnouncementDraft(EVERYBODY, false, false, null, words));
        assertThat(page(inFrench(lucia), "/posts/" + post).html())
                .contains("Fermeture")
                .doesNotContain("Takeover");
        assertThat(browser.put()
                        .uri("/posts/" + post + "/announcement/wordings")
                        .param("title-fr", "Fermeture avancée")
                        .param("text-fr", "Demandez à @[Takeover](community:%s)".formatted(secret))
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(page(inFrench(lucia), "/posts/" + post).html())
                .contains("Fermeture avancée")
                .doesNotContain("Takeover");
    }

    @Test
    void commentsMayBeClosed() {
        var open = announce(bruno, null, plain());
        comments.add(priya, open, null, "Good.");
        var closed = announce(bruno, null, new AnnouncementDraft(EVERYBODY, false, true, null, null));
        assertThatThrownBy(() -> comments.add(priya, closed, null, "But.")).isInstanceOf(Forbidden.class);
        assertThat(page(priya, "/posts/" + closed).text()).contains("Comments are closed.");
        assertThat(page(priya, "/posts/" + closed).select("#new_comment")).isEmpty();
    }

    @Test
    void aYearLaterOnlyNumbersAreLeft() {
        var post = announce(bruno, null, draft(EVERYBODY, true));
        var fresh = announce(bruno, null, draft(EVERYBODY, true));
        for (var one : List.of(post, fresh)) announcements.acknowledge(priya, one);
        var before = readers.reach(bruno, post);
        jdbc.sql("update post set published_at = now() - interval '366 days' where id = :id")
                .param("id", post.value())
                .update();
        old.forget();
        old.forget();
        assertThat(jdbc.sql("select post_id from announcement_reading where acknowledged_at is not null")
                        .query(Long.class)
                        .list())
                .containsExactly(fresh.value());
        var after = readers.reach(bruno, post);
        assertThat(after.acknowledged()).isEqualTo(1);
        assertThat(after.reached()).isEqualTo(before.reached());
        assertThat(readers.done(bruno, post, Cursor.NEWEST, 20).items()).isEmpty();
        assertThat(readers.missing(bruno, post, null, 20).items()).isEmpty();
        assertThatThrownBy(() -> announcements.acknowledge(lucia, post)).isInstanceOf(Conflict.class);
        assertThat(page(bruno, "/posts/" + post + "/announcement").text()).contains("was forgotten a year after");
        page(lucia, "/posts/" + post);
        assertThat(jdbc.sql("select count(*) from announcement_reading where post_id = :id")
                        .param("id", post.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theListRunsNoFormula() throws UnsupportedEncodingException {
        lives(lucia, "Production", "Monterrey", "MX", "=HYPERLINK(\"https://elsewhere.example\")");
        var post = announce(bruno, null, draft(EVERYBODY, true));
        announcements.acknowledge(priya, post);
        var list = browser.get()
                .uri("/posts/" + post + "/announcement/people.csv")
                .with(as(bruno))
                .exchange()
                .getResponse();
        assertThat(list.getContentType()).startsWith("text/csv");
        assertThat(list.getContentAsString().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("Lucía Moreno", "\"'=HYPERLINK")
                        .endsWith(","))
                .anySatisfy(
                        line -> assertThat(line).startsWith("\"Priya Nair\"").contains("Pune", "T"))
                .noneSatisfy(line -> assertThat(line).contains("Bruno"));
    }

    @Test
    void listsAreReadAPageAtATime() {
        for (var number = 0; number < 25; number++) {
            var _ = cast.person("Reader Number" + (char) ('A' + number), EMPLOYEE);
        }
        var post = announce(bruno, null, draft(EVERYBODY, true));
        var first = readers.missing(bruno, post, null, 10);
        var second = readers.missing(bruno, post, first.next(), 10);
        assertThat(names(first.items())).hasSize(10).doesNotContainAnyElementsOf(names(second.items()));
        jdbc.sql("""
                insert into announcement_reading select :post, id, now(), now(), now() from person where name like 'Reader%'
                """).param("post", post.value()).update();
        var done = readers.done(bruno, post, Cursor.NEWEST, 20);
        assertThat(names(readers.done(bruno, post, Cursor.of(String.valueOf(done.next())), 20)
                        .items()))
                .hasSize(5)
                .doesNotContainAnyElementsOf(names(done.items()));
    }

    @Test
    void programsAnnounceAndConfirm() {
        var answer = browser.post()
                .uri("/api/v1/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kind": "announcement", "title": "Closing early", "text": "At noon.",
                         "announcement": {"audience": {"departments": ["Quality"]}, "acknowledge": true,
                                          "wordings": [{"language": "fr", "title": "Fermeture", "text": "À midi."}]}}
                        """)
                .with(as(bruno))
                .exchange();
        assertThat(answer).hasStatus(201);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.announcement.audience.departments")
                .isEqualTo(List.of("Quality"));
        assertThat(answer).bodyJson().extractingPath("$.announcement.brought").isEqualTo(false);
        var address = "/api/v1/announcements/" + latest() + "/acknowledgement";
        for (var time : List.of(1, 2)) {
            assertThat(browser.put().uri(address).with(as(priya)))
                    .as("time " + time)
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.acknowledgedAt")
                    .asString()
                    .endsWith("Z");
        }
        assertThat(browser.put().uri(address).with(as(lucia))).hasStatus(403);
        assertThat(browser.get()
                        .uri("/api/v1/announcements/" + latest() + "/reach")
                        .with(as(bruno)))
                .bodyJson()
                .extractingPath("$.acknowledged")
                .isEqualTo(1);
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"announcement\", \"title\": \"Mine\", \"text\": \"All mine.\"}")
                        .with(as(priya)))
                .hasStatus(403);
    }

    @Test
    void aPageTakesOneStatementMoreForAllOfThem() {
        var place = found(priya, "Hydraulics", "open");
        page(lucia, "/communities/" + place);
        var none = StatementCount.during(() -> page(lucia, "/communities/" + place));
        for (var number = 0; number < 5; number++) announce(priya, place, draft(EVERYBODY, true));
        await().untilAsserted(() -> assertThat(StatementCount.during(() -> page(lucia, "/communities/" + place)))
                .hasSizeLessThanOrEqualTo(none.size() + 1));
    }

    @Test
    void homeAsksOnceInAWhileWhereNothingWaits() {
        found(wanda, "Compressors", "open");
        var reader = cast.person("Somebody New", EMPLOYEE);
        waiting.look();
        assertThat(StatementCount.during(() -> page(reader, "/")))
                .noneSatisfy(sql -> assertThat(sql).contains("from announcement "));
        announce(bruno, null, draft(new TargetingJson(List.of("Nowhere"), null, null, null, null), false));
        heard();
        for (var one : List.of(wanda, reader)) {
            page(one, "/");
            assertThat(StatementCount.during(() -> page(one, "/")))
                    .noneSatisfy(sql -> assertThat(sql).contains("from announcement a"));
        }
        assertThat(page(wanda, "/").select(".kinds").text()).contains("Announcement");
        announce(bruno, null, plain());
        await().untilAsserted(() -> assertThat(atHome(wanda)).containsExactly("Closing early"));
    }

    private long latest() {
        return jdbc.sql("select max(post_id) from announcement")
                .query(Long.class)
                .single();
    }

    private AnnouncementDraft plain() {
        return draft(EVERYBODY, false);
    }

    private static AnnouncementDraft draft(TargetingJson audience, boolean acknowledge) {
        return new AnnouncementDraft(audience, acknowledge, false, null, null);
    }

    private static AnnouncementDraft.WordingDraft words(String language, String title, String text) {
        return new AnnouncementDraft.WordingDraft(language, title, text);
    }

    private PostId announce(Viewer author, @Nullable CommunityId place, AnnouncementDraft draft) {
        return posts.publish(author, place, new Submission<>(kind, "Closing early", "At noon.", List.of(), draft));
    }

    private CommunityId found(Viewer owner, String name, String access) {
        return communities.create(
                owner, new CommunityForm(name, "", "business", access, !access.equals("invitation"), null, null));
    }

    private Viewer appoint(Viewer editor) {
        jdbc.sql("insert into network_role (person_id, role, granted_at) values (:id, 'editor', now())")
                .param("id", editor.id().value())
                .update();
        return editor;
    }

    private Viewer lives(Viewer person, String department, String site, String country, String job) {
        jdbc.sql("""
                update person set department = :department, site = :site, country = :country, job_title = :job where id = :id
                """)
                .param("department", department)
                .param("site", site)
                .param("country", country)
                .param("job", job)
                .param("id", person.id().value())
                .update();
        return person;
    }

    // The titles at the top of somebody's home; a node hears of what is new a moment later.
    private List<String> atHome(Viewer viewer) {
        heard();
        return page(viewer, "/").select("#announced h2").eachText();
    }

    private void heard() {
        var now = Instant.now();
        await().until(() -> Instant.now().minus(lag.ofThisNode()).isAfter(now));
    }

    private void told(Viewer person, PostId post, String... kinds) {
        await().untilAsserted(() -> {
            jobs.hurry("telling-of-announcements");
            assertThat(kinds(person, post)).containsExactly(kinds);
        });
    }

    private List<String> kinds(Viewer person, PostId post) {
        return jdbc.sql("""
                select kind from notification where person_id = :person and subject_kind = 'post' and subject_id = :id
                 order by kind
                """)
                .param("person", person.id().value())
                .param("id", post.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private static List<String> names(List<Readers.Reader> readers) {
        return readers.stream().map(reader -> reader.person().name()).toList();
    }

    private Document page(Viewer viewer, String address, String... roles) {
        var answer = browser.get().uri(address).with(as(viewer, roles)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
