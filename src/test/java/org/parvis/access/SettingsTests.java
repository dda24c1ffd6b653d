package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.access.Entrants.PASSWORD;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.List;
import java.util.regex.Pattern;

@ParvisTest
@Import(Entrants.class)
class SettingsTests {

    private static final Pattern SECRET = Pattern.compile("pv_[\\w-]{43}");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    SignInSessions sessions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasTriedYet() {
        jdbc.sql("delete from throttle").update();
    }

    @Test
    void languageZoneAndThemeFollowThePerson() {
        var device = device(cast.bruno());
        assertThat(post("/settings/display", device, "language", "fr", "timeZone", "Asia/Kolkata", "theme", "dark"))
                .hasStatus(303);
        assertThat(browser.get().uri("/settings").cookie(device))
                .bodyText()
                .contains("lang=\"fr\"", "data-theme=\"dark\"", "Réglages");
    }

    @Test
    void whoReloadsTheAnswerToAFormComesToItsPage() {
        var device = device(cast.priya());
        for (var form : List.of("/settings/display", "/settings/password", "/settings/tokens")) {
            assertThat(browser.get().uri(form).cookie(device)).hasStatus(303).hasRedirectedUrl("/settings");
        }
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        var device = device(cast.priya());
        assertThat(post("/settings/display", device, "language", "en", "timeZone", "Mars/Olympus"))
                .hasStatus(422);
    }

    @Test
    void otherParametersChangeNothing() {
        var mallory = cast.person("Mallory More", PersonKind.EMPLOYEE);
        var device = device(mallory);
        post(
                "/settings/display",
                device,
                "language",
                "en",
                "timeZone",
                "Europe/Paris",
                "role",
                "administrator",
                "kind",
                "service",
                "state",
                "deactivated",
                "email",
                "ceo@example.org",
                "id",
                "1");
        assertThat(jdbc.sql("select kind || ' ' || state || ' ' || email from person where id = :id")
                        .param("id", mallory.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("employee active mallory.more@example.org");
        assertThat(browser.get().uri("/administration/people").cookie(device)).hasStatus(403);
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsEverythingElse() {
        var bruno = entrants.withPassword(cast.bruno());
        var here = device(bruno);
        var elsewhere = device(bruno);
        var token = entrants.token(bruno);
        assertThat(post(
                        "/settings/password",
                        here,
                        "old",
                        "wrong one!",
                        "password",
                        "a new sentence",
                        "again",
                        "a new sentence"))
                .hasStatus(422);
        assertThat(post("/settings/password", here, "old", PASSWORD, "password", "a new sentence", "again", "another"))
                .hasStatus(422);
        assertThat(post(
                        "/settings/password",
                        here,
                        "old",
                        PASSWORD,
                        "password",
                        "a new sentence",
                        "again",
                        "a new sentence"))
                .hasStatus(303);
        assertThat(browser.get().uri("/settings").cookie(here)).hasStatus(200);
        assertThat(browser.get().uri("/settings").cookie(elsewhere)).hasStatus(302);
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", "Bearer " + token))
                .hasStatus(401);
    }

    @Test
    void tryingOldPasswordsIsBounded() {
        var here = device(entrants.withPassword(cast.person("Otto Old", PersonKind.EMPLOYEE)));
        for (var tries = 0; tries < 10; tries++) {
            assertThat(post("/settings/password", here, "old", "wrong one!")).hasStatus(422);
        }
        assertThat(post("/settings/password", here, "old", PASSWORD))
                .hasStatus(429)
                .bodyText()
                .contains("Too many attempts");
    }

    @Test
    void oneDeviceIsSignedOutOrAllOthersAreButNeverSomeoneElses() {
        var lucia = cast.lucia();
        var here = device(lucia);
        var phone = device(lucia);
        var brunos = device(cast.bruno());
        post("/settings/devices/" + newest(cast.bruno()) + "/end", here);
        assertThat(browser.get().uri("/settings").cookie(brunos)).hasStatus(200);
        post("/settings/devices/" + newest(lucia) + "/end", here);
        assertThat(browser.get().uri("/settings").cookie(phone)).hasStatus(302);
        var tablet = device(lucia);
        post("/settings/devices/end-others", here);
        assertThat(browser.get().uri("/settings").cookie(tablet)).hasStatus(302);
        assertThat(browser.get().uri("/settings").cookie(here)).hasStatus(200);
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsRevoked() throws Exception {
        var youssef = cast.youssef();
        var device = device(youssef);
        var made = post("/settings/tokens", device, "name", "Relevés <b>", "days", "30");
        assertThat(made).hasStatus(200).hasHeader("Cache-Control", "no-store");
        assertThat(made).bodyText().contains("turbo-cache-control");
        var found = SECRET.matcher(made.getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        var bearer = "Bearer " + found.group();
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", bearer))
                .hasStatus(404);
        assertThat(browser.get().uri("/settings").cookie(device))
                .bodyText()
                .contains("Relevés &lt;b&gt;")
                .doesNotContain(found.group());
        post("/settings/tokens/" + token(youssef) + "/revoke", device(cast.bruno()));
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", bearer))
                .hasStatus(404);
        post("/settings/tokens/" + token(youssef) + "/revoke", device);
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", bearer))
                .hasStatus(401);
    }

    @Test
    void aTokenLastsAYearAtMost() {
        var device = device(cast.youssef());
        assertThat(post("/settings/tokens", device, "name", "for ever", "days", "366"))
                .hasStatus(422);
        assertThat(post("/settings/tokens", device, "name", " ", "days", "30")).hasStatus(422);
    }

    private Cookie device(Viewer viewer) {
        return entrants.device(entrants.withCharter(viewer));
    }

    private long newest(Viewer viewer) {
        return sessions.of(viewer.id()).stream()
                .mapToLong(SignInSessions.Open::id)
                .max()
                .orElseThrow();
    }

    private long token(Viewer viewer) {
        return jdbc.sql("select max(id) from access_token where person_id = :id")
                .param("id", viewer.id().value())
                .query(Long.class)
                .single();
    }

    private MvcTestResult post(String path, Cookie device, String... pairs) {
        var request = browser.post().uri(path).cookie(device);
        for (var i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return request.exchange();
    }
}
