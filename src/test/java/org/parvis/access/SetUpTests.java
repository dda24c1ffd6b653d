package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.parvis.people.PersonId;
import org.parvis.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A network that nobody has set up: there is no cast in it. Once it is open it stays so, hence the order. */
@SpringBootTest
@AutoConfigureMockMvc
@ContextCustomizerFactories(OwnDatabase.Factory.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    SetUpCode code;

    @Autowired
    SignInSessions sessions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasTriedYet() {
        jdbc.sql("delete from throttle").update();
    }

    @Test
    @Order(1)
    void everyPageLeadsToSetUp() {
        for (var page : List.of("/", "/sign-in", "/settings", "/communities", "/nowhere")) {
            assertThat(browser.get().uri(page)).hasStatus(302).hasRedirectedUrl("/set-up");
        }
        assertThat(browser.get().uri("/set-up")).hasStatus(200).bodyText().contains("one-time-code");
    }

    @Test
    @Order(2)
    void withoutTheCodeOfTheConsoleNothingHappens() {
        code.renew();
        assertThat(open("AAAA-AAAA", "Valmont")).hasStatus(422);
        assertThat(networks()).isZero();
    }

    @Test
    @Order(3)
    void aNewCodeEndsTheOldOne() {
        var old = code.renew();
        code.renew();
        assertThat(open(old, "Valmont")).hasStatus(422);
    }

    @Test
    @Order(4)
    void codesCannotBeTriedOneAfterTheOther() {
        code.renew();
        for (var tries = 0; tries < 5; tries++) {
            assertThat(open("AAAA-AAA" + tries, "Valmont")).hasStatus(422);
        }
        assertThat(open("AAAA-AAAB", "Valmont"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("Valmont", "camille@example.org", "Too many attempts");
    }

    @Test
    @Order(5)
    void whatIsMissingIsSaidAndWhatWasTypedStaysButThePassword() {
        var answer = browser.post()
                .uri("/set-up")
                .param("code", code.renew())
                .param("network", "Groupe Valmont")
                .param("email", "no address")
                .param("password", "too short")
                .exchange();
        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("Groupe Valmont", "no address")
                .doesNotContain("too short");
        assertThat(networks()).isZero();
    }

    @Test
    @Order(6)
    void ofTwoWhoPressAtOnceOneOpensTheNetwork() throws Exception {
        jdbc.sql("""
                insert into person (kind, name, email, created_at, updated_at)
                values ('former', 'Camille R', 'camille@example.org', now(), now())
                """).update();
        var console = code.renew();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> press =
                    () -> open(console, "Groupe Valmont").getResponse().getStatus();
            var answers = pool.invokeAll(List.of(press, press)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(answers).contains(303).hasSize(2);
            assertThat(answers.stream().filter(status -> status == 303)).hasSize(1);
        }
        assertThat(networks()).isEqualTo(1);
        assertThat(jdbc.sql("""
                select p.kind || ' ' || p.state from network_role r join person p on p.id = r.person_id
                 where r.role = 'administrator'
                """).query(String.class).list()).containsExactly("employee active");
    }

    @Test
    @Order(7)
    void afterwardsThereIsNoSuchPage() {
        assertThat(browser.get().uri("/set-up")).hasStatus(404);
        assertThat(open(code.renew(), "Another")).hasStatus(404);
        assertThat(browser.get().uri("/")).hasStatus(302).hasRedirectedUrl("/sign-in");
        assertThat(browser.get().uri("/sign-in")).bodyText().contains("Groupe Valmont");
    }

    @Test
    @Order(8)
    void theFirstAdministratorIsLedToTheDirectoryAndToInviting() {
        var camille = new PersonId(
                jdbc.sql("select person_id from network_role").query(Long.class).single());
        var device = new Cookie(
                "parvis_session",
                sessions.open(camille, Device.of("Firefox/1 Linux"), "192.0.2.1")
                        .text());
        assertThat(browser.get().uri("/set-up").cookie(device)).hasStatus(404);
        assertThat(browser.get().uri("/welcome").cookie(device)).bodyText().doesNotContain("/administration/");
        assertThat(browser.post()
                        .uri("/welcome")
                        .cookie(device)
                        .param("version", "1")
                        .param("accepted", "true"))
                .hasStatus(303);
        assertThat(browser.get().uri("/welcome").cookie(device))
                .bodyText()
                .contains("/administration/imports/new", "/administration/people?state=not_invited");
        jdbc.sql("delete from network_role").update();
        assertThat(browser.get().uri("/welcome").cookie(device)).bodyText().doesNotContain("/administration/");
    }

    private long networks() {
        return jdbc.sql("select count(*) from network").query(Long.class).single();
    }

    private MvcTestResult open(String console, String network) {
        return browser.post()
                .uri("/set-up")
                .param("code", console)
                .param("network", network)
                .param("languages", "en", "fr")
                .param("language", "fr")
                .param("name", "Camille Roussel")
                .param("email", "camille@example.org")
                .param("password", "a fine sentence of mine")
                .exchange();
    }
}
