package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;

@ParvisTest
@Import(Entrants.class)
class ClearingTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    Invitations invitations;

    @Autowired
    Clearing clearing;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatEndedLongAgoIsForgottenAndWhatIsOpenStays() {
        var clara = entrants.withCharter(cast.person("Clara Clear", PersonKind.EMPLOYEE));
        entrants.device(clara);
        entrants.token(clara);
        endedLongAgo(clara);
        var open = entrants.device(clara);
        clearing.clear();
        assertThat(addresses(clara)).containsExactly("192.0.2.1");
        assertThat(rows("access_token", clara)).isZero();
        assertThat(browser.get().uri("/settings").cookie(open)).hasStatusOk();
    }

    @Test
    void whenSomebodyWasHereLastIsKeptButNotFromWhere() {
        var lars = cast.person("Lars Longago", PersonKind.EMPLOYEE);
        entrants.device(lars);
        entrants.device(lars);
        endedLongAgo(lars);
        clearing.clear();
        clearing.clear();
        assertThat(addresses(lars)).containsExactly("");
    }

    @Test
    void theLatestInvitationStays() {
        var iris = entrants.inState(cast.person("Iris Invited", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        for (var times = 0; times < 3; times++) {
            invitations.invite(Agent.onCommandLine(), List.of(iris.id()));
        }
        jdbc.sql("update single_use_link set expires_at = now() - interval '31 days' where person_id = :id")
                .param("id", iris.id().value())
                .update();
        clearing.clear();
        assertThat(rows("single_use_link", iris)).isEqualTo(1);
    }

    private void endedLongAgo(Viewer viewer) {
        jdbc.sql("update sign_in_session set ended_at = now() - interval '31 days' where person_id = :id")
                .param("id", viewer.id().value())
                .update();
        jdbc.sql("update access_token set expires_at = now() - interval '31 days' where person_id = :id")
                .param("id", viewer.id().value())
                .update();
    }

    private List<String> addresses(Viewer viewer) {
        return jdbc.sql("select address from sign_in_session where person_id = :id")
                .param("id", viewer.id().value())
                .query((row, number) -> row.getString("address"))
                .list();
    }

    private long rows(String table, Viewer viewer) {
        return jdbc.sql("select count(*) from " + table + " where person_id = :id")
                .param("id", viewer.id().value())
                .query(Long.class)
                .single();
    }
}
