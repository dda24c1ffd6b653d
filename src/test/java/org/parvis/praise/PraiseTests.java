package org.parvis.praise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

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
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

@ParvisTest
@Import(StatementCount.class)
class PraiseTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    PraiseKind kind;

    @Autowired
    Praises praises;

    @Autowired
    PraiseOnProfile profile;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

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
        jdbc.sql("delete from notification where kind in ('praised', 'community_praised', 'mention')")
                .update();
        Tables.empty(jdbc, "praise_person", "praise", "praise_week", "praise_country_off");
        jdbc.sql("delete from praise_value where id > 4").update();
        jdbc.sql("update praise_value set retired_at = null, position = id").update();
        bruno = cast.bruno();
        priya = lives(cast.priya(), "IN");
        lucia = lives(cast.lucia(), "MX");
        wanda = lives(cast.person("Wanda Holm", EMPLOYEE), "FR");
    }

    @Test
    void severalPeopleForOneValue() {
        var post = publish(null, draft(priya, lucia));
        var praise = praise(wanda, post);
        assertThat(praise.value().name()).isEqualTo("Helping others");
        assertThat(praise.people()).extracting("name").containsExactly("Lucía Moreno", "Priya Nair");
        assertThat(praise(inFrench(wanda), post).value().name()).isEqualTo("Entraide");
        var page = page(wanda, "/posts/" + post);
        assertThat(page.select(".thanks").text()).contains("Lucía Moreno", "Priya Nair", "Helping others");
        assertThat(page.select(".kind").text()).isEqualTo("Praise");
        await().untilAsserted(() -> {
            assertThat(told(priya, post)).containsExactly("praised");
            assertThat(told(lucia, post)).containsExactly("praised");
        });
        assertThat(page(priya, "/notifications").text()).contains("Bruno Tessier praised you: “You trained us all.”");
    }

    @Test
    void whoeverIsPraisedAndMentionedIsToldOnce() {
        var post = posts.publish(
                bruno,
                null,
                new Submission<>(
                        kind,
                        null,
                        "Thanks @[Priya](person:%s) and @[Wanda](person:%s)".formatted(priya.id(), wanda.id()),
                        List.of(),
                        draft(priya)));
        await().untilAsserted(() -> {
            assertThat(told(wanda, post)).containsExactly("mention");
            assertThat(told(priya, post)).containsExactly("praised");
        });
    }

    @Test
    void aCommunityWhoseOwnersAreTold() {
        var seals = found(priya, "Seals", "request", true);
        var post = publish(null, new PraiseDraft(null, "" + seals, value(), null));
        assertThat(page(wanda, "/posts/" + post).select(".thanks").text()).contains("Seals", "Helping others");
        await().untilAsserted(() -> assertThat(told(priya, post)).containsExactly("community_praised"));
    }

    @Test
    void nobodyIsPraisedWhoMayNotRead() {
        var secret = found(bruno, "Merger", "invitation", false);
        memberships.put(bruno, secret, priya.id(), Standing.MEMBER);
        refused(secret, draft(priya, lucia), "praise.cannot-read");
        refused(null, draft(cast.person("Gil Martin", PersonKind.GUEST)), "praise.cannot-read");
        assertThat(publish(secret, draft(priya))).isNotNull();

        // What not everybody finds is praised nowhere else than in it.
        refused(null, new PraiseDraft(null, "" + secret, value(), null), "praise.not-found-by-all");
        assertThat(publish(secret, new PraiseDraft(null, "" + secret, value(), null)))
                .isNotNull();
        assertThatThrownBy(() -> posts.publish(
                        lucia,
                        null,
                        new Submission<>(
                                kind, null, "You", List.of(), new PraiseDraft(null, "" + secret, value(), null))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("praise.unknown");
    }

    @Test
    void whatCannotBePraisedIsRefused() {
        refused(null, draft(), "praise.whom");
        refused(null, draft(bruno), "praise.oneself");
        refused(null, new PraiseDraft(List.of("99999999"), null, value(), null), "praise.unknown");
        refused(null, new PraiseDraft(List.of("one"), null, value(), null), "praise.unknown");
        refused(null, new PraiseDraft(ids(priya), null, null, null), "praise.value.none");
        refused(null, new PraiseDraft(ids(priya), null, "99999999", null), "praise.value.gone");
        var seals = found(priya, "Gaskets", "open", true);
        refused(null, new PraiseDraft(ids(priya), "" + seals, value(), null), "praise.either");
        var many = IntStream.range(0, 11)
                .mapToObj(number -> cast.person("Colleague Number" + number, EMPLOYEE))
                .toArray(Viewer[]::new);
        refused(null, draft(many), "praise.too-many");
        assertThat(count("select count(*) from praise_week")).isZero();
    }

    @Test
    void fiveAWeekHoweverManyAreSentAtOnce() throws Exception {
        try (var together = Executors.newFixedThreadPool(8)) {
            var tries = Stream.generate(() -> (Callable<Boolean>) () -> {
                        try {
                            publish(null, draft(priya));
                            return true;
                        } catch (Invalid refused) {
                            assertThat(refused).hasMessageContaining("praise.budget.spent");
                            return false;
                        }
                    })
                    .limit(12)
                    .toList();
            var published = 0;
            for (var one : together.invokeAll(tries)) {
                if (one.get()) published++;
            }
            assertThat(published).isEqualTo(5);
        }
        assertThat(count("select count(*) from praise")).isEqualTo(5);
        assertThat(praises.giving(bruno).left()).isZero();
        assertThat(page(bruno, "/posts/new?kind=praise").text())
                .contains("You have given all your praise of this week.");
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("kind", "praise")
                        .param("text", "Once more")
                        .param("people", "" + priya.id())
                        .param("value", value()))
                .hasStatus(422)
                .bodyText()
                .contains("You have praised 5 times this week.", "Once more");

        // The next week is a new one, but nobody gains a week by moving to where the last one is not over.
        jdbc.sql("update praise_week set monday = monday - 7").update();
        assertThat(praises.giving(bruno).left()).isEqualTo(5);
        publish(null, draft(priya));
        assertThat(praises.giving(bruno).left()).isEqualTo(4);
        jdbc.sql("update praise_week set monday = monday + 7, given = 5").update();
        refused(null, draft(priya), "praise.budget.spent");
    }

    @Test
    void aCountryMayBeLeftOut() {
        var before = publish(null, draft(priya, lucia));
        assertThat(profile.received(wanda, lucia.id()).counts()).hasSize(1);
        var nadia = cast.nadia();
        assertThat(browser.post()
                        .uri("/administration/praise/countries")
                        .param("off", "MX", "ZZ")
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(page(nadia, "/administration/audit", "ADMINISTRATOR").text())
                .contains("Set the countries without praise: MX");
        refused(null, draft(lucia), "praise.off.there");
        assertThatThrownBy(
                        () -> posts.publish(lucia, null, new Submission<>(kind, null, "You", List.of(), draft(priya))))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("praise.off.here");
        assertThat(page(lucia, "/posts/new?kind=praise").text()).contains("Praise is switched off in your country");
        assertThat(browser.post()
                        .uri("/posts/form?more=true")
                        .with(as(bruno))
                        .param("turn", "praise")
                        .param("whom", "lucia moreno"))
                .bodyText()
                .contains("praise is switched off in their country");
        assertThat(profile.received(wanda, lucia.id()).counts()).isEmpty();
        assertThat(profile.received(wanda, priya.id()).counts()).hasSize(1);
        assertThat(page(wanda, "/posts/" + before).select(".thanks").text()).contains("Lucía");

        browser.post()
                .uri("/administration/praise/countries")
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
        assertThat(publish(null, draft(lucia))).isNotNull();
    }

    @Test
    void aProfileCountsWhatItsReaderMayRead() {
        var secret = found(bruno, "Takeover", "invitation", false);
        memberships.put(bruno, secret, priya.id(), Standing.MEMBER);
        publish(null, draft(priya));
        publish(secret, draft(priya));
        publish(secret, new PraiseDraft(ids(priya), null, "2", null));

        assertThat(page(wanda, "/people/" + priya.id())
                        .select("section[aria-labelledby=praise-received]")
                        .text())
                .contains("Praise received", "Helping others 1")
                .doesNotContain("Sharing knowledge");
        var own = profile.received(priya, priya.id());
        assertThat(own.counts()).extracting(Received.Count::times).containsExactly(2L, 1L);
        assertThat(own.latest()).hasSize(3);
        assertThat(page(wanda, "/people/" + wanda.id()).select("section[aria-labelledby=praise-received]"))
                .isEmpty();
    }

    @Test
    void theFormFindsWhoIsMeantByAName() {
        var one = cast.person("Ana Silva", EMPLOYEE);
        var other = jdbc.sql("""
                insert into person (name, state, email, job_title, created_at, updated_at)
                values ('Ana Silva', 'active', 'ana.silva.two@example.org', 'Welder', now(), now())
                returning id
                """).query(Long.class).single();
        assertThat(form("whom", "priya nair"))
                .containsPattern("name=\"people\" value=\"" + priya.id() + "\"[^>]* checked");
        assertThat(form("whom", "priya.nair@example.org"))
                .containsPattern("name=\"people\" value=\"" + priya.id() + "\"[^>]* checked");
        assertThat(form("whom", "Nobody At All")).contains("Nobody named “Nobody At All” may read this post");
        assertThat(form("whom", "Ana Silva"))
                .contains("Welder", "value=\"" + one.id() + "\"", "value=\"" + other + "\"")
                .doesNotContain("value=\"" + other + "\" checked");

        // Of several one chooses, with the name still in its field.
        refused(null, new PraiseDraft(null, null, value(), "Ana Silva"), "praise.several");
        var chosen = publish(null, new PraiseDraft(List.of("" + other), null, value(), "Ana Silva"));
        assertThat(praise(wanda, chosen).people())
                .extracting(person -> person.id().value())
                .containsExactly(other);
        var named = publish(null, new PraiseDraft(ids(lucia), null, value(), " Priya Nair "));
        assertThat(praise(wanda, named).people()).hasSize(2);
        refused(null, new PraiseDraft(null, null, value(), "Nobody At All"), "praise.nobody");
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .param("kind", "praise")
                        .param("text", "You did it")
                        .param("whom", "Ana Silva"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Several are named “Ana Silva”. Tick whom you praise.",
                        "Choose a value.",
                        "You did it",
                        "Welder");
    }

    @Test
    void namesAreCompletedWithThoseWhoRead() {
        var secret = found(bruno, "Priceless", "invitation", false);
        found(lucia, "Prime movers", "request", true);
        assertThat(page(bruno, "/praise/names?q=pri").text())
                .contains("Priya Nair", "Prime movers")
                .doesNotContain("Priceless");
        assertThat(page(bruno, "/praise/names?q=pri&community=" + secret).text())
                .contains("Priceless", "Prime movers")
                .doesNotContain("Priya Nair");
        assertThat(browser.get().uri("/praise/names?q=pri&community=" + secret).with(as(lucia)))
                .hasStatus(404);
        assertThat(page(bruno, "/praise/names?q=%25").text()).isEmpty();
    }

    @Test
    void aValueIsNamedDrawnOrderedAndRetiredButNeverGone() throws IOException {
        var nadia = cast.nadia();
        var before = publish(null, draft(priya));
        assertThat(browser.get().uri("/administration/praise").with(as(bruno))).hasStatus(403);
        assertThat(browser.post()
                        .uri("/administration/praise/values")
                        .param("name-en", "Safety first")
                        .param("icon", "shield")
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"Safety first\"");
        assertThat(browser.post()
                        .uri("/administration/praise/values")
                        .param("name-en", "Safety first")
                        .param("name-fr", "Sécurité d’abord")
                        .param("icon", "shield")
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        var added = count("select max(id) from praise_value");
        var address = "/administration/praise/values/" + added;
        assertThat(names()).endsWith("Safety first");
        for (var place = 0; place < 6; place++) {
            assertThat(browser.put().uri(address + "/position").with(as(nadia, "ADMINISTRATOR")))
                    .hasStatus(303);
        }
        assertThat(names()).startsWith("Safety first", "Helping others");

        assertThat(browser.post()
                        .uri(address + "/picture")
                        .with(request -> {
                            request.setContentType("multipart/form-data");
                            request.addPart(new MockPart("photo", "p.png", picture(), MediaType.IMAGE_PNG));
                            return request;
                        })
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        var picture =
                page(bruno, "/posts/new?kind=praise").select(".choice img").attr("src");
        assertThat(browser.get().uri(picture).with(as(cast.gil()))).hasStatusOk();

        assertThat(browser.put()
                        .uri("/administration/praise/values/1/retirement")
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(names()).doesNotContain("Helping others");
        refused(null, draft(priya), "praise.value.gone");
        assertThat(page(wanda, "/posts/" + before).select(".thanks").text()).contains("Helping others");
        assertThat(browser.delete()
                        .uri("/administration/praise/values/1/retirement")
                        .with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(names()).contains("Helping others");
        assertThat(browser.get().uri("/administration/praise/values/99999999").with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(404);
    }

    @Test
    void programsPraise() {
        assertThat(browser.get().uri("/api/v1/praise/values").with(as(bruno)))
                .bodyJson()
                .hasPathSatisfying("$.items[0].name", path -> assertThat(path).isEqualTo("Helping others"));
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"kind": "praise", "text": "You did it", "praise": {"people": ["%s"], "value": "%s"}}
                                """.formatted(priya.id(), value())))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying(
                        "$.praise.people[0].name", path -> assertThat(path).isEqualTo("Priya Nair"))
                .hasPathSatisfying(
                        "$.praise.value.name", path -> assertThat(path).isEqualTo("Helping others"))
                .hasPathSatisfying(
                        "$.praise.community", path -> assertThat(path).isNull());
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"praise\", \"text\": \"You did it\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"people\"", "\"value\"");
    }

    @Test
    void aPageTakesOneStatementMoreForAllOfThem() {
        var place = found(priya, "Hydraulic presses", "open", true);
        memberships.put(priya, place, bruno.id(), Standing.MEMBER);
        page(wanda, "/communities/" + place);
        var none = StatementCount.during(() -> page(wanda, "/communities/" + place));
        for (var number = 0; number < 5; number++) publish(place, draft(priya, lucia));
        await().untilAsserted(() -> assertThat(StatementCount.during(() -> page(wanda, "/communities/" + place)))
                .hasSizeLessThanOrEqualTo(none.size() + 1));
    }

    @Test
    void itComesInPlaceAboveTheFeed() {
        assertThat(browser.post()
                        .uri("/posts")
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("inPlace", "true")
                        .param("kind", "praise")
                        .param("text", "You did it")
                        .param("people", "" + priya.id())
                        .param("value", value()))
                .hasStatusOk()
                .bodyText()
                .contains("well thanks", "Priya Nair");
    }

    private String form(String name, String value) {
        try {
            return browser.post()
                    .uri("/posts/form?more=true")
                    .with(as(bruno))
                    .param("turn", "praise")
                    .param(name, value)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> names() {
        return praises.giving(bruno).values().stream().map(PraiseValue::name).toList();
    }

    private Praise praise(Viewer viewer, PostId post) {
        return posts.show(viewer, post)
                .part(PraisePart.class)
                .map(PraisePart::praise)
                .orElseThrow();
    }

    private void refused(@Nullable CommunityId place, PraiseDraft draft, String key) {
        assertThatThrownBy(() -> publish(place, draft))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining(key);
    }

    private PostId publish(@Nullable CommunityId place, PraiseDraft draft) {
        return posts.publish(bruno, place, new Submission<>(kind, null, "You trained us all.", List.of(), draft));
    }

    private PraiseDraft draft(Viewer... people) {
        return new PraiseDraft(ids(people), null, value(), null);
    }

    private static List<@Nullable String> ids(Viewer... people) {
        return new ArrayList<@Nullable String>(
                Stream.of(people).map(person -> person.id().toString()).toList());
    }

    private static String value() {
        return "1";
    }

    private CommunityId found(Viewer owner, String name, String access, boolean listed) {
        return communities.create(owner, new CommunityForm(name, "", "business", access, listed, null, null));
    }

    private Viewer lives(Viewer person, String country) {
        jdbc.sql("update person set country = :country where id = :id")
                .param("country", country)
                .param("id", person.id().value())
                .update();
        return person;
    }

    private List<String> told(Viewer person, PostId post) {
        return jdbc.sql("""
                select kind from notification where person_id = :person and subject_kind = 'post' and subject_id = :id
                 order by kind
                """)
                .param("person", person.id().value())
                .param("id", post.value())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
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
