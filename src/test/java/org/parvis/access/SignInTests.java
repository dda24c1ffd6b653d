package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.access.Entrants.PASSWORD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.throttle.Throttle;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.text.Normalizer;

@ParvisTest
@Import(Entrants.class)
class SignInTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    SignInSessions sessions;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    PasswordHashing hashing;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasTriedYet() {
        jdbc.sql("delete from throttle").update();
    }

    @Test
    void theRightPasswordOpensADeviceThatScriptsCannotRead() {
        entrants.withPassword(cast.bruno());
        var entered = enter("Bruno.Tessier@example.org ", PASSWORD, "/communities?mine=1");
        assertThat(entered).hasStatus(303).redirectedUrl().isEqualTo("/communities?mine=1");
        assertThat(entered)
                .cookies()
                .isHttpOnly("parvis_session", true)
                .hasCookieSatisfying(
                        "parvis_session",
                        cookie -> assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax"));
    }

    @Test
    void aPasswordIsTheSameHoweverItsAccentsAreComposed() {
        entrants.withPassword(cast.bruno());
        var decomposed = Normalizer.normalize(PASSWORD, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(PASSWORD);
        assertThat(enter("bruno.tessier@example.org", decomposed, "/")).hasStatus(303);
    }

    @Test
    void knownAndUnknownAddressesGetTheSameAnswerAfterTheSameWork() throws Exception {
        entrants.withPassword(cast.bruno());
        var before = hashing.computed();
        var known = enter("bruno.tessier@example.org", "not the password", "/");
        var afterKnown = hashing.computed();
        var unknown = enter("nobody.at.all@example.org", "not the password", "/");
        var afterUnknown = hashing.computed();
        assertThat(afterKnown - before).isEqualTo(afterUnknown - afterKnown).isEqualTo(1);
        assertThat(known).hasStatus(422);
        assertThat(unknown).hasStatus(422);
        assertThat(text(known).replace("bruno.tessier", "nobody.at.all")).isEqualTo(text(unknown));
    }

    @Test
    void deactivatedAndNotInvitedPeopleAreAnsweredLikeUnknownOnes() throws Exception {
        var gone = entrants.inState(
                entrants.withPassword(cast.person("Omar Gone", PersonKind.EMPLOYEE)), Account.DEACTIVATED);
        var answer = enter("omar.gone@example.org", PASSWORD, "/");
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).doesNotContain(gone.name());
        assertThat(text(answer).replace("omar.gone", "x.y")).isEqualTo(text(enter("x.y@example.org", PASSWORD, "/")));
    }

    @Test
    void anAccountIsTriedTenTimesWhoeverItBelongsTo() {
        for (var tries = 0; tries < 10; tries++) {
            assertThat(enter("nobody@example.org", "wrong", "/")).hasStatus(422);
        }
        assertThat(enter("nobody@example.org", "wrong", "/")).hasStatus(429).containsHeader("Retry-After");
        assertThat(enter("somebody@example.org", "wrong", "/")).hasStatus(422);
    }

    @Test
    void aForgedForwardedAddressIsNoOtherAddress() {
        while (throttle.allow(SignIn.PER_RANGE, "7f0000")) {
            assertThat(throttle).isNotNull();
        }
        assertThat(forged(1)).hasStatus(429);
        assertThat(forged(2)).hasStatus(429);
    }

    @Test
    void rightPasswordsDoNotCount() {
        entrants.withPassword(cast.bruno());
        for (var tries = 0; tries < 12; tries++) {
            assertThat(enter("bruno.tessier@example.org", PASSWORD, "/")).hasStatus(303);
        }
    }

    @Test
    void aSessionThatWasBroughtAlongIsNotTheOneThatIsOpened() {
        var bruno = entrants.withCharter(entrants.withPassword(cast.bruno()));
        var planted = entrants.device(bruno);
        var entered = browser.post()
                .uri("/sign-in")
                .cookie(planted)
                .param("email", "bruno.tessier@example.org")
                .param("password", PASSWORD)
                .exchange();
        assertThat(entered)
                .cookies()
                .hasCookieSatisfying(
                        "parvis_session",
                        cookie -> assertThat(cookie.getValue()).isNotEqualTo(planted.getValue()));
        assertThat(browser.get().uri("/settings").cookie(planted)).hasStatus(302);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        var device = entrants.device(entrants.withCharter(cast.bruno()));
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(200);
        assertThat(browser.post().uri("/sign-out").cookie(device))
                .hasStatus(303)
                .hasHeader("Clear-Site-Data", "\"cache\", \"storage\"");
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
    }

    @Test
    void signingOutByFollowingALinkDoesNothing() {
        var device = entrants.device(entrants.withCharter(cast.bruno()));
        assertThat(browser.get().uri("/sign-out").cookie(device)).hasStatus(405);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(200);
    }

    @Test
    void theLastSignOfLifeIsKeptToTheMinute() {
        var bruno = entrants.withCharter(cast.person("Minute Man", PersonKind.EMPLOYEE));
        var device = entrants.device(bruno);
        ageSessions(bruno);
        var before = lastSeen(bruno);
        browser.get().uri("/settings").cookie(device).exchange();
        sessions.flush();
        var first = lastSeen(bruno);
        assertThat(first).isNotEqualTo(before);
        browser.get().uri("/settings").cookie(device).exchange();
        sessions.flush();
        assertThat(lastSeen(bruno)).isEqualTo(first);
    }

    private void ageSessions(Viewer viewer) {
        jdbc.sql("update sign_in_session set last_seen_at = last_seen_at - interval '5 minutes' where person_id = :id")
                .param("id", viewer.id().value())
                .update();
    }

    private String lastSeen(Viewer viewer) {
        return jdbc.sql("select last_seen_at::text from sign_in_session where person_id = :id")
                .param("id", viewer.id().value())
                .query(String.class)
                .single();
    }

    private MvcTestResult forged(int number) {
        return browser.post()
                .uri("/sign-in")
                .header("X-Forwarded-For", "203.0." + number + ".7")
                .param("email", "someone" + number + "@example.org")
                .param("password", "wrong")
                .exchange();
    }

    private MvcTestResult enter(String email, String password, String next) {
        return browser.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", password)
                .param("next", next)
                .exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }
}
