package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.web.Conflict;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@ParvisTest
@Import(Entrants.class)
class AccountsTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    Accounts accounts;

    @Autowired
    NetworkRoles roles;

    @Autowired
    Recovery recovery;

    @Autowired
    TokenHandout handout;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nadiaAdministratesAlone() {
        jdbc.sql("delete from network_role").update();
        cast.nadia();
    }

    @Test
    void aTokenOpensTheApiAndFilesAndNoPage() {
        var token = "Bearer " + entrants.token(entrants.withCharter(cast.person("Tara Token", PersonKind.EMPLOYEE)));

        for (var address : List.of("/api/v1/nowhere", "/files/999999", "/files/999999/320")) {
            assertThat(browser.get().uri(address).header("Authorization", token))
                    .hasStatus(404);
            assertThat(browser.get().uri(address).header("Authorization", "Bearer invented"))
                    .hasStatus(401);
        }
        assertThat(browser.get().uri("/settings").header("Authorization", token))
                .hasStatus(302);
        assertThat(browser.delete().uri("/files/999999").header("Authorization", token))
                .hasStatus(302);
    }

    @Test
    void whoeverIsDeactivatedIsOutAtOnceEverywhere() {
        var dora = entrants.withCharter(cast.person("Dora Done", PersonKind.EMPLOYEE));
        var device = entrants.device(dora);
        var token = entrants.token(dora);
        var before = updatesOf(dora);
        accounts.deactivate(byNadia(), dora.id());
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", "Bearer " + token))
                .hasStatus(401);
        assertThat(updatesOf(dora)).isGreaterThan(before);
        var gone = updatesOf(dora);
        accounts.reactivate(byNadia(), dora.id());
        assertThat(updatesOf(dora)).isGreaterThan(gone);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(audited(dora)).containsExactly("deactivated", "reactivated");
    }

    @Test
    void anActivatedAccountHasThePasswordItWasGiven() {
        var vera = entrants.inState(cast.person("Vera Given", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        accounts.activate(Agent.onCommandLine(), vera.id(), Entrants.PASSWORD);
        assertThat(browser.post()
                        .uri("/sign-in")
                        .param("email", "vera.given@example.org")
                        .param("password", Entrants.PASSWORD))
                .hasStatus(303);
    }

    @Test
    void aChangeOfRoleAsksToSignInAgain() {
        var edda = entrants.withCharter(cast.person("Edda Editor", PersonKind.EMPLOYEE));
        var device = entrants.device(edda);
        var token = entrants.token(edda);
        roles.grant(byNadia(), edda.id(), NetworkRole.EDITOR);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", "Bearer " + token))
                .hasStatus(401);
        assertThat(roles.of(edda.id())).containsExactly(NetworkRole.EDITOR);
        roles.withdraw(byNadia(), edda.id(), NetworkRole.EDITOR);
        assertThat(entrants.mailKindsOf(edda)).containsExactly("role-granted", "role-withdrawn");
    }

    @Test
    void aGuestHasNoRole() {
        assertThatThrownBy(() -> roles.grant(byNadia(), cast.gil().id(), NetworkRole.MODERATOR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theLastAdministratorCanBeNeitherDeactivatedNorDemoted() {
        var nadia = cast.nadia().id();
        assertThatThrownBy(() -> accounts.deactivate(byNadia(), nadia)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> roles.withdraw(byNadia(), nadia, NetworkRole.ADMINISTRATOR))
                .isInstanceOf(Conflict.class);
        accounts.deactivateAll(List.of(nadia));
        assertThat(entrants.state(nadia)).isEqualTo(Account.ACTIVE);
    }

    @Test
    void ofTwoAdministratorsWhoDemoteEachOtherAtOnceOneStays() throws Exception {
        var nadia = cast.nadia();
        var second = cast.person("Selma Second", PersonKind.EMPLOYEE);
        roles.grant(byNadia(), second.id(), NetworkRole.ADMINISTRATOR);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> both = List.of(demoting(nadia), demoting(second));
            pool.invokeAll(both);
        }
        assertThat(jdbc.sql("select count(*) from network_role where role = 'administrator'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aResetLinkIsInTheAuditListAndThePersonIsTold() {
        var bea = cast.person("Bea Reset", PersonKind.EMPLOYEE);
        var link = recovery.resetLink(byNadia(), bea.id());
        assertThat(link).startsWith("http://localhost:").contains("/links/");
        assertThat(audited(bea)).containsExactly("reset link made");
        assertThat(entrants.mailKindsOf(bea)).containsExactly("reset-link-made");
        assertThat(entrants.linksOf(bea)).isEmpty();
    }

    @Test
    void aTokenByTheCommandLineIsInTheAuditListAndThePersonIsTold() {
        var kim = entrants.inState(cast.person("Kim Command", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        var token = handout.make("kim.command@example.org");
        assertThat(browser.get().uri("/api/v1/nowhere").header("Authorization", "Bearer " + token.text()))
                .hasStatus(404);
        assertThat(entrants.state(kim.id())).isEqualTo(Account.ACTIVE);
        assertThat(audited(kim)).containsExactly("token made");
        assertThat(entrants.mailKindsOf(kim)).containsExactly("token-made");
        assertThatThrownBy(() -> handout.make("nobody@example.org")).isInstanceOf(Refusal.class);
        cast.person("Fred Former", PersonKind.FORMER);
        assertThatThrownBy(() -> handout.make("fred.former@example.org")).isInstanceOf(Refusal.class);
    }

    private Callable<Boolean> demoting(Viewer viewer) {
        return () -> {
            roles.withdraw(Agent.onCommandLine(), viewer.id(), NetworkRole.ADMINISTRATOR);
            return true;
        };
    }

    private Agent byNadia() {
        return Agent.onPage(cast.nadia().id());
    }

    private long updatesOf(Viewer viewer) {
        return jdbc.sql(
                        "select count(*) from journal where verb = 'update' and object_kind = 'person' and object_id = :id")
                .param("id", viewer.id().value())
                .query(Long.class)
                .single();
    }

    private List<String> audited(Viewer viewer) {
        return jdbc.sql("select action from audit where subject_id = :id order by id")
                .param("id", viewer.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
