package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What administrators do about people, through the pages on which they do it. */
@ParvisTest
@Import(Entrants.class)
class AdministrationTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    JdbcClient jdbc;

    private Viewer nadia;

    @BeforeEach
    void nadiaAdministratesAlone() {
        jdbc.sql("delete from network_role").update();
        nadia = cast.nadia();
    }

    @Test
    void administrationBeginsWithPeople() {
        assertThat(get("/administration")).hasStatus(303).hasRedirectedUrl("/administration/people");
    }

    @Test
    void everybodyIsListedWithStateAndCounts() {
        entrants.inState(cast.person("Ines Invited", PersonKind.EMPLOYEE), Account.INVITED);
        entrants.inState(cast.person("Dan Departed", PersonKind.EMPLOYEE), Account.DEACTIVATED);
        assertThat(get("/administration/people?state=invited"))
                .hasStatusOk()
                .bodyText()
                .contains("Ines Invited", "ines.invited@example.org")
                .doesNotContain("Dan Departed");
        assertThat(get("/administration/people?state=deactivated")).bodyText().contains("Dan Departed", "deactivated");
    }

    @Test
    void peopleAreFoundByNameWithoutAccentsByAddressAndByNumber() {
        var lucia = cast.lucia();
        jdbc.sql("insert into person_external_id values ('erp', 'VA-61188', :id) on conflict do nothing")
                .param("id", lucia.id().value())
                .update();
        for (var q : List.of("lucia mor", "lucía.moreno@EXAMPLE", "va-611")) {
            assertThat(get("/administration/people?q=" + q)).bodyText().contains("Lucía Moreno");
        }
        assertThat(get("/administration/people?q=100%")).bodyText().contains("Nobody is like this");
    }

    @Test
    void peopleAreFoundAndInvitedByAFurtherColumnOfTheDirectory() {
        var holding = entrants.inState(cast.person("Colm Column", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        entrants.inState(cast.person("Cora Other", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        jdbc.sql("update person set attributes = '{\"Cost centre\": \"Ä-4711 North\"}' where id = :id")
                .param("id", holding.id().value())
                .update();
        assertThat(get("/administration/people?q=cor&attribute=Cost centre"))
                .bodyText()
                .contains("Cora Other");
        var found = get("/administration/people?attribute=Cost centre&value=a-4711");
        assertThat(found)
                .bodyText()
                .contains("Colm Column", "Cost centre: a-4711", "Invite the one not invited")
                .doesNotContain("Cora Other");
        assertThat(get("/administration/people?attribute=Cost centre&value=4712"))
                .bodyText()
                .contains("Nobody is like this");
        assertThat(get("/administration/people.csv?attribute=Cost centre&value=4711"))
                .bodyText()
                .contains("Colm Column")
                .doesNotContain("Cora Other");
    }

    @Test
    void theListGoesOnWhereItEnded() {
        for (var number = 10; number < 35; number++) {
            cast.person("Zed Zeta" + number, PersonKind.EMPLOYEE);
        }
        var first = body(get("/administration/people?q=zeta"));
        assertThat(first).contains("Zeta10", "Zeta29", "20 of 25").doesNotContain("Zeta30");
        var next = first.replaceAll("(?s).*href=\"(/administration/people\\?[^\"]*cursor=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(get(next)).bodyText().contains("Zeta30", "Zeta34").doesNotContain("Zeta29");
    }

    @Test
    void aSelectionIsInvited() {
        var first = entrants.inState(cast.person("Sel One", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        var second = entrants.inState(cast.person("Sel Two", PersonKind.GUEST), Account.NOT_INVITED);
        assertThat(browser.post()
                        .uri("/administration/people/invitations")
                        .with(administrator())
                        .param("person", first.id().toString(), second.id().toString())
                        .param("from", "/administration/people?state=not_invited"))
                .hasStatus(303)
                .hasRedirectedUrl("/administration/people?state=not_invited");
        assertThat(entrants.state(first.id())).isEqualTo(Account.INVITED);
        assertThat(entrants.linksOf(second)).hasSize(1);
        assertThat(lastAudit()).isEqualTo("invited");
    }

    @Test
    void onePersonIsInvitedAndInvitedAgain() {
        var ida = entrants.inState(cast.person("Ida Invitee", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        post(ida, "/invitation");
        post(ida, "/invitation");
        assertThat(entrants.linksOf(ida)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theResetLinkIsShownOnceAndThePersonIsTold() {
        var rita = cast.person("Rita Reset", PersonKind.EMPLOYEE);
        assertThat(body(post(rita, "/reset-link"))).contains("/links/");
        assertThat(body(get(page(rita)))).doesNotContain("/links/");
        assertThat(entrants.mailKindsOf(rita)).contains("reset-link-made");
        assertThat(lastAudit()).isEqualTo("reset link made");
    }

    @Test
    void whoeverIsDeactivatedOnThePageIsOutAtOnce() {
        var olga = entrants.withCharter(cast.person("Olga Out", PersonKind.EMPLOYEE));
        var device = entrants.device(olga);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatusOk();
        assertThat(get(page(olga) + "/deactivation")).bodyText().contains("Deactivate Olga Out?");
        assertThat(post(olga, "/deactivation")).hasStatus(303);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(lastAudit()).isEqualTo("deactivated");
        assertThat(ask(HttpMethod.DELETE, page(olga) + "/deactivation")).hasStatus(303);
        assertThat(lastAudit()).isEqualTo("reactivated");
        assertThat(entrants.state(olga.id())).isEqualTo(Account.NOT_INVITED);
    }

    @Test
    void theLastAdministratorStaysOne() {
        assertThat(flash(post(nadia, "/deactivation"))).contains("This+is+the+last+administrator");
        assertThat(flash(ask(HttpMethod.DELETE, page(nadia) + "/roles/administrator")))
                .contains("This+is+the+last+administrator");
        assertThat(entrants.state(nadia.id())).isEqualTo(Account.ACTIVE);
    }

    @Test
    void rolesAreGivenAndTakenBack() {
        var bruno = cast.bruno();
        assertThat(ask(HttpMethod.PUT, page(bruno) + "/roles/editor")).hasStatus(303);
        assertThat(get("/administration/people?role=editor")).bodyText().contains("Bruno Tessier");
        assertThat(lastAudit()).isEqualTo("role granted");
        assertThat(ask(HttpMethod.DELETE, page(bruno) + "/roles/editor")).hasStatus(303);
        assertThat(lastAudit()).isEqualTo("role withdrawn");
        assertThat(ask(HttpMethod.PUT, page(bruno) + "/roles/emperor")).hasStatus(404);
        assertThat(flash(ask(HttpMethod.PUT, page(cast.gil()) + "/roles/administrator")))
                .contains("Only+an+employee");
    }

    @Test
    void everybodyReadsWhoHasWhichRoleButGuestsOnlyWhomTheyKnow() {
        assertThat(browser.get().uri("/about/roles").with(as(cast.bruno())))
                .bodyText()
                .contains("Community manager", "Nadia Berrada");
        assertThat(browser.get().uri("/about/roles").with(as(cast.person("Greta Guest", PersonKind.GUEST))))
                .bodyText()
                .contains("Community manager", "Nobody yet")
                .doesNotContain("Nadia Berrada");
    }

    @Test
    void whatTheFormDoesNotAskForIsIgnored() {
        assertThat(browser.post()
                        .uri("/administration/people/new")
                        .with(administrator())
                        .param("name", "Maya Massassign")
                        .param("email", "maya@example.org")
                        .param("kind", "service")
                        .param("state", "active")
                        .param("id", "1")
                        .param("role", "administrator")
                        .param("directory", "erp"))
                .hasStatus(303);
        assertThat(jdbc.sql("""
                select kind || ' ' || state || ' ' || coalesce(directory, '-') || ' '
                       || (select count(*) from network_role r where r.person_id = p.id)
                  from person p where email = 'maya@example.org'
                """).query(String.class).single()).isEqualTo("employee not_invited - 0");
        assertThat(lastAudit()).isEqualTo("person added");
    }

    @Test
    void whatCannotBeTakenStaysInTheForm() {
        var typed = browser.post()
                .uri("/administration/people/new")
                .with(administrator())
                .param("name", "Ada Again")
                .param("email", "Nadia.Berrada@example.org")
                .exchange();
        assertThat(typed).hasStatus(422).bodyText().contains("Ada Again", "has this address already");
        assertThat(browser.post()
                        .uri("/administration/people/new")
                        .with(administrator())
                        .param("name", "\u200b")
                        .param("email", "no address")
                        .param("invite", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Write something here", "Type one e-mail address");
    }

    @Test
    void theExportRunsNoFormula() {
        cast.person("=HYPERLINK(\"https://evil.example\") Formula", PersonKind.EMPLOYEE);
        var sheet = body(get("/administration/people.csv?q=formula"));
        assertThat(sheet).startsWith("\uFEFF\"Name\",").contains("\"'=HYPERLINK(\"\"https");
        assertThat(lastAudit()).isEqualTo("people exported");
    }

    @Test
    void namesAreTextOnEveryPage() {
        var name = "<img src=x onerror=alert(1)> \"'Quote";
        var mallory = entrants.inState(cast.person(name, PersonKind.EMPLOYEE), Account.NOT_INVITED);
        jdbc.sql("update person set site = :name where id = :id")
                .param("name", name)
                .param("id", mallory.id().value())
                .update();
        post(mallory, "/invitation");
        for (var path : List.of(
                "/administration/people?q=onerror",
                page(mallory),
                page(mallory) + "/deactivation",
                "/administration/audit")) {
            assertThat(body(get(path))).contains("&lt;img src=x").doesNotContain("<img src=x");
        }
    }

    @Test
    void thePagesSpeakFrench() {
        var page = browser.get()
                .uri("/administration/people")
                .with(as(inFrench(nadia), "ADMINISTRATOR"))
                .exchange();
        assertThat(body(page))
                .contains("Journal d’administration", "Non invitées")
                .doesNotContain("access.");
    }

    @Test
    void whatIsNoPersonIsNotFound() {
        for (var id : List.of("0", "99999999", "abc", "9999999999999999999999")) {
            assertThat(get("/administration/people/" + id)).hasStatus(404);
            assertThat(ask(HttpMethod.POST, "/administration/people/" + id + "/deactivation"))
                    .hasStatus(404);
        }
    }

    private RequestPostProcessor administrator() {
        return as(nadia, "ADMINISTRATOR");
    }

    private MvcTestResult get(String path) {
        return ask(HttpMethod.GET, path);
    }

    private MvcTestResult post(Viewer person, String what) {
        return ask(HttpMethod.POST, page(person) + what);
    }

    private MvcTestResult ask(HttpMethod method, String path) {
        return browser.method(method)
                .uri(URI.create(path.replace(" ", "%20").replaceAll("%$", "%25").replace("í", "%C3%AD")))
                .with(administrator())
                .exchange();
    }

    private static String page(Viewer person) {
        return "/administration/people/" + person.id();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String flash(MvcTestResult result) {
        return String.join(";", result.getResponse().getHeaders("Set-Cookie"));
    }

    private String lastAudit() {
        return jdbc.sql("select action from audit order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
