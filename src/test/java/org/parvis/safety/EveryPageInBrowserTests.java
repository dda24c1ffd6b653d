package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.inFrench;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every page there is, as the mappings tell, looked at in both schemes and at every width. */
@BrowserTest
@Import(Secrets.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageInBrowserTests {

    // Not pages: files, streams, fragments that only scripts fetch, downloads, and what is only there before set-up.
    private static final Set<String> NO_PAGES = Set.of(
            "/assets/{fileName}",
            "/live",
            "/mentions",
            "/mentions/topics",
            "/mentions/people",
            "/mentions/emoji",
            "/announcements/values",
            "/praise/names",
            "/feed/waiting",
            "/notifications/bell",
            "/search/suggestions",
            "/communities/similar",
            "/posts/{id}/question",
            "/posts/{id}/changed",
            "/posts/{id}/menu",
            "/posts/{id}/why",
            "/posts/{id}/comments/since",
            "/comments/{id}/changed",
            "/feeds/{token}",
            "/set-up",
            "/design",
            "/error");
    private static final Set<String> DOORS =
            Set.of("/sign-in", "/forgotten", "/no-password-yet", "/links/{token}", "/unsubscribe/{token}");
    private static final int[] WIDTHS = {320, 390, 1024, 1440};

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    @Autowired
    Secrets secrets;

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Viewer bruno;
    Addresses there = Secrets.nothing();
    Addresses polls = Secrets.nothing();
    Addresses announcements = Secrets.nothing();
    Addresses others = Secrets.nothing();

    @BeforeAll
    void aNetworkInUse() {
        bruno = cast.bruno();
        jdbc.sql("insert into network_role values (:id, 'administrator', null, now()), (:id, 'editor', null, now())")
                .param("id", bruno.id().value())
                .update();
        secrets.openWorld();
        secrets.hide();
        jdbc.sql("""
                insert into outgoing_mail (person_id, recipient, kind, subject, body, created_at, expires_at, next_try_at)
                values (:id, 'bruno@example.org', 'reset', 'A link', 'Here it is', now(), now() + interval '1 day', now())
                """).param("id", bruno.id().value()).update();
        jdbc.sql("""
                insert into import_run (kind, source, file_name, started_by, started_at, touched_at, finished_at, state)
                values ('people', 'directory', 'people.csv', :id, now(), now(), now(), 'done')
                """).param("id", bruno.id().value()).update();
        var draft = jdbc.sql("""
                insert into draft (person_id, key, form, changed_at)
                values (:id, gen_random_uuid(), '{"kind": ["article"], "title": ["Begun"]}', now())
                returning key::text
                """)
                .param("id", bruno.id().value())
                .query(String.class)
                .single();
        there = new Addresses(Map.ofEntries(
                Map.entry("communities", List.of("" + secrets.unlisted, "" + secrets.onRequest)),
                Map.entry("posts", List.of("" + secrets.hidden)),
                Map.entry("comments", List.of("" + secrets.mine)),
                Map.entry("people", List.of("" + bruno.id(), "" + secrets.wanda.id())),
                Map.entry("topics", List.of("zyqfirmtopic")),
                Map.entry("reports", List.of("" + secrets.reported)),
                Map.entry("drafts", List.of(draft, planned())),
                Map.entry("charter", List.of("1")),
                Map.entry("values", List.of("1")),
                Map.entry("imports", List.of(one("import_run"))),
                Map.entry("mail", List.of(one("outgoing_mail"))),
                Map.entry("unsubscribe", List.of(Tokens.unsubscribe(jdbc, bruno))),
                Map.entry("links", List.of(Tokens.link(jdbc, cast.youssef())))));
        polls = Secrets.about(
                Map.of("posts", List.of("" + secrets.poll), "options", List.of("" + secrets.choices.getFirst())));
        announcements = Secrets.about(Map.of("posts", List.of("" + secrets.announcement)));
        // Nobody reports themselves, nor a community that they own.
        var elsewhere = communities.create(
                secrets.wanda, new CommunityForm("Elsewhere", "", "leisure", "open", true, null, null));
        others = Secrets.about(Map.of(
                "posts", List.of("" + secrets.unlistedPost),
                "comments", List.of("" + secrets.reply),
                "people", List.of("" + secrets.wanda.id()),
                "communities", List.of("" + elsewhere)));
    }

    @Test
    void everyoneCanUseEveryPage() {
        var faults = new SoftAssertions();
        var page = browsers.of(bruno);
        pages(false).forEach(address -> usable(faults, page, address));
        var visitor = browsers.visitor(new NewContextOptions());
        pages(true).forEach(address -> usable(faults, visitor, address));
        faults.assertAll();
    }

    // Only colours differ in the dark.
    private static void usable(SoftAssertions faults, Page page, String address) {
        page.emulateMedia(in(ColorScheme.LIGHT));
        page.navigate(address);
        accessible(faults, page, address);
        page.emulateMedia(in(ColorScheme.DARK));
        faults.assertThat(Axe.faults(page, "color-contrast"))
                .as("dark " + address)
                .isEmpty();
        fits(faults, page, address);
    }

    @Test
    void theMainScreensHoldInBothLanguagesAtEveryWidth() {
        var faults = new SoftAssertions();
        for (var language : List.of("en", "fr")) {
            jdbc.sql("update person set language = :language where id = :id")
                    .param("language", language)
                    .param("id", bruno.id().value())
                    .update();
            var page = browsers.of(language.equals("fr") ? inFrench(bruno) : bruno);
            for (var address : List.of(
                    "/",
                    "/posts/" + secrets.hidden,
                    "/posts/" + secrets.article,
                    "/communities/" + secrets.unlisted + "/articles",
                    "/people/" + bruno.id(),
                    "/communities/" + secrets.unlisted,
                    "/people")) {
                page.navigate(address);
                assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
                for (var width : new int[] {390, 1024, 1440}) {
                    page.setViewportSize(width, 900);
                    accessible(faults, page, language + " " + address + " at " + width);
                }
                fits(faults, page, language + " " + address);
            }
        }
        faults.assertAll();
    }

    @Test
    void theCharterIsReadByEveryone() {
        var page = browsers.of(cast.youssef());
        jdbc.sql("delete from charter_acceptance where person_id = :id")
                .param("id", cast.youssef().id().value())
                .update();
        var faults = new SoftAssertions();
        page.navigate("/welcome");
        accessible(faults, page, "/welcome");
        fits(faults, page, "/welcome");
        faults.assertAll();
    }

    private Stream<String> pages(boolean doors) {
        return Exit.all(mappings).stream()
                .filter(Exit::reads)
                .map(Exit::pattern)
                .filter(pattern -> !pattern.startsWith("/api/") && !pattern.startsWith("/files/"))
                .filter(pattern -> !pattern.endsWith(".csv") && !NO_PAGES.contains(pattern))
                .filter(pattern -> DOORS.contains(pattern) == doors)
                .flatMap(pattern -> things(pattern).of(pattern).stream())
                // What stands at the first of its ids only: one's own form.
                .filter(address -> !address.equals("/people/" + secrets.wanda.id() + "/edit"));
    }

    private Addresses things(String pattern) {
        if (pattern.contains("/poll")) {
            return polls;
        } else if (pattern.contains("}/announcement")) {
            return announcements;
        } else {
            return pattern.endsWith("}/report") ? others : there;
        }
    }

    // Without motion, a colour is at once what it will be.
    private static EmulateMediaOptions in(ColorScheme scheme) {
        return new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
    }

    private static void accessible(SoftAssertions faults, Page page, String where) {
        faults.assertThat(Axe.faults(page)).as(where).isEmpty();
    }

    private static void fits(SoftAssertions faults, Page page, String where) {
        for (var width : WIDTHS) {
            page.setViewportSize(width, 900);
            faults.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(where + " at " + width)
                    .isEqualTo(width);
        }
    }

    private String planned() {
        return jdbc.sql("""
                insert into draft (person_id, key, form, changed_at, publish_at)
                values (:id, gen_random_uuid(), '{"text": ["Summer hours"]}', now(), now() + interval '9 days')
                returning key::text
                """).param("id", bruno.id().value()).query(String.class).single();
    }

    private String one(String table) {
        return jdbc.sql("select min(id)::text from " + table)
                .query(String.class)
                .single();
    }
}
