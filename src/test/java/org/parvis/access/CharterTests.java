package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.Map;

@ParvisTest
@Import(Entrants.class)
class CharterTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    Charter charter;

    @Autowired
    JdbcClient jdbc;

    @Test
    void untilItIsAcceptedNothingElseIsOpen() {
        var device = entrants.device(cast.person("Nina Not", PersonKind.EMPLOYEE));
        assertThat(browser.get().uri("/settings?a=b").cookie(device))
                .hasStatus(302)
                .hasRedirectedUrl("/welcome?next=%2Fsettings%3Fa%3Db");
        assertThat(browser.post().uri("/settings/password").cookie(device).param("old", "x"))
                .hasStatus(403);
        assertThat(browser.post().uri("/settings/tokens").cookie(device).param("name", "x"))
                .hasStatus(403);
        assertThat(browser.get().uri("/welcome").cookie(device)).hasStatus(200);
    }

    @Test
    void acceptingOpensTheWayAndKeepsTheProof() {
        var alma = cast.person("Alma Agrees", PersonKind.EMPLOYEE);
        var device = entrants.device(alma);
        var version = Integer.toString(charter.in(alma.locale()).version());
        assertThat(browser.post()
                        .uri("/welcome")
                        .cookie(device)
                        .param("version", version)
                        .param("accepted", "true")
                        .param("next", "/settings"))
                .hasStatus(303)
                .hasRedirectedUrl("/settings");
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(200);
        assertThat(jdbc.sql("select language from charter_acceptance where person_id = :id")
                        .param("id", alma.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("en");
    }

    @Test
    void whoeverIsNewGoesOnToTheFirstSteps() throws UnsupportedEncodingException {
        var newcomer = cast.person("Nora New", PersonKind.EMPLOYEE);
        var device = entrants.device(newcomer);
        assertThat(body(device)).doesNotContain("href=\"/settings\"");
        assertThat(browser.post()
                        .uri("/welcome")
                        .cookie(device)
                        .param(
                                "version",
                                Integer.toString(charter.in(newcomer.locale()).version()))
                        .param("accepted", "true")
                        .param("next", "/"))
                .hasStatus(303)
                .hasRedirectedUrl("/welcome");
        assertThat(body(device)).contains("href=\"/settings\"");
    }

    private String body(Cookie device) throws UnsupportedEncodingException {
        return browser.get()
                .uri("/welcome")
                .cookie(device)
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void withoutTheTickItIsNotAccepted() {
        var device = entrants.device(cast.person("Tilda Tickless", PersonKind.EMPLOYEE));
        assertThat(browser.post().uri("/welcome").cookie(device).param("version", "1"))
                .hasStatus(422);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
    }

    @Test
    void aNewTextIsAskedOfEverybodyAgain() {
        var bruno = entrants.withCharter(cast.bruno());
        var device = entrants.device(bruno);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(200);
        var old = charter.in(bruno.locale()).version();
        charter.publish(Agent.onPage(cast.nadia().id()), Map.of("en", "We are kind.", "fr", "Soyons aimables."));
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(browser.post()
                        .uri("/welcome")
                        .cookie(device)
                        .param("version", Integer.toString(old))
                        .param("accepted", "true"))
                .hasStatus(409);
    }

    @Test
    void whatSomebodyWasWritingWhenItChangedIsTakenAndTheirNextPageAsks() {
        var priya = entrants.withCharter(cast.priya());
        var device = entrants.device(priya);
        charter.publish(Agent.onPage(cast.nadia().id()), Map.of("en", "We are fair.", "fr", "Soyons justes."));
        assertThat(browser.post().uri("/settings/theme").cookie(device).param("theme", "dark"))
                .hasStatus(303);
        assertThat(browser.post().uri("/settings/tokens").cookie(device).param("name", "mine"))
                .hasStatusOk();
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        jdbc.sql("update charter set published_at = published_at - interval '31 minutes'")
                .update();
        assertThat(browser.post().uri("/settings/tokens").cookie(device).param("name", "mine"))
                .hasStatus(403);
    }

    @Test
    void theProofIsShownToThePersonAndToAdministrators() {
        var vera = entrants.withCharter(cast.person("Vera Proof", PersonKind.EMPLOYEE));
        assertThat(browser.get().uri("/welcome").cookie(entrants.device(vera)))
                .bodyText()
                .contains("You accepted this charter on");
        assertThat(browser.get().uri("/administration/people/" + vera.id()).with(as(cast.nadia(), "ADMINISTRATOR")))
                .bodyText()
                .contains("accepted on");
    }

    @Test
    void itIsReadInOnesOwnLanguage() {
        assertThat(charter.in(java.util.Locale.FRENCH).language()).isEqualTo("fr");
        assertThat(charter.in(java.util.Locale.JAPANESE).language()).isEqualTo("en");
    }

    @Test
    void tokensAreNotAsked() {
        var tomo = cast.person("Tomo Token", PersonKind.EMPLOYEE);
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", "Bearer " + entrants.token(tomo)))
                .hasStatus(404);
    }
}
