package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.throttle.Throttle;
import org.parvis.testing.Cast;
import org.parvis.testing.Jobs;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@ParvisTest
@Import(Entrants.class)
class LinkTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Jobs jobs;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    Recovery recovery;

    @Autowired
    Invitations invitations;

    @Autowired
    InvitingEveryone everyone;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingWasAskedYet() {
        jdbc.sql("delete from throttle").update();
        jdbc.sql("delete from outgoing_mail").update();
        jdbc.sql("delete from scheduled_tasks where task_name = 'link-request'").update();
    }

    @Test
    void aKnownAddressIsAnsweredLikeAnUnknownOneAfterTheSameWork() throws Exception {
        entrants.withPassword(cast.bruno());
        var known = ask("/forgotten", "bruno.tessier@example.org");
        var unknown = ask("/forgotten", "nobody@example.org");
        assertThat(known).hasStatus(200);
        assertThat(known.getResponse().getContentAsString())
                .isEqualTo(unknown.getResponse().getContentAsString());
    }

    @Test
    void anActivePersonGetsAResetAndSomeoneNewAnInvitation() {
        var bruno = entrants.withPassword(cast.bruno());
        var newcomer = newcomer("Nora New");
        recovery.sendLink("BRUNO.tessier@example.org");
        recovery.sendLink("nora.new@example.org");
        recovery.sendLink("nobody@example.org");
        assertThat(entrants.mailKindsOf(bruno)).containsExactly("reset");
        assertThat(entrants.mailKindsOf(newcomer)).containsExactly("invitation");
        assertThat(entrants.state(newcomer.id())).isEqualTo(Account.INVITED);
    }

    @Test
    void theMailIsWrittenAfterwards() {
        var mia = cast.person("Mia Mail", PersonKind.EMPLOYEE);
        assertThat(ask("/forgotten", "mia.mail@example.org")).hasStatus(200);
        mailed(mia, "reset");
    }

    @Test
    void everybodyWhomNobodyInvitedIsInvitedOnce() {
        var first = newcomer("Ada First");
        var second = newcomer("Bob Second");
        everyone.begin(cast.nadia().id(), RosterFilter.in(""));
        everyone.begin(cast.nadia().id(), RosterFilter.in(""));
        mailed(second, "invitation");
        assertThat(entrants.mailKindsOf(first)).containsExactly("invitation");
        assertThat(entrants.mailKindsOf(second)).containsExactly("invitation");
        assertThat(entrants.mailKindsOf(cast.bruno())).doesNotContain("invitation");
    }

    @Test
    void allOfAListAreInvitedAndNobodyElse() {
        var here = newcomer("Ada Pune");
        var there = newcomer("Bob Bilbao");
        jdbc.sql("update person set site = 'Pune' where id = :id")
                .param("id", here.id().value())
                .update();
        var pune = new RosterFilter("", "\0", "Pune\0", "", "", "");
        assertThat(browser.get().uri("/administration/people?site=Pune").with(as(cast.nadia(), "ADMINISTRATOR")))
                .bodyText()
                .contains("/administration/people/invitations/everyone?site=Pune", "Invite the one not invited");
        everyone.begin(cast.nadia().id(), pune);
        mailed(here, "invitation");
        assertThat(entrants.mailKindsOf(there)).isEmpty();
    }

    @Test
    void aDeactivatedPersonGetsNothing() {
        var gone = entrants.inState(cast.person("Gone Girl", PersonKind.EMPLOYEE), Account.DEACTIVATED);
        recovery.sendLink("gone.girl@example.org");
        assertThat(entrants.mailKindsOf(gone)).isEmpty();
    }

    @Test
    void twoAddressesInOneRequestAreNone() {
        var answer = browser.post()
                .uri("/forgotten")
                .param("email", "bruno.tessier@example.org", "evil@example.net")
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(ask("/forgotten", "bruno.tessier@example.org,evil@example.net"))
                .hasStatus(422);
        assertThat(requests()).isZero();
    }

    @Test
    void oneAddressGetsThreeMailsAtMostAndNobodyIsTold() {
        for (var times = 0; times < 6; times++) {
            assertThat(ask("/no-password-yet", "bruno.tessier@example.org")).hasStatus(200);
        }
        assertThat(requests()).isLessThanOrEqualTo(3);
    }

    @Test
    void whoIsToldToWaitKeepsTheAddressTheyTyped() {
        while (throttle.allow(LinkRequests.PER_RANGE, "7f0000")) {
            assertThat(throttle).isNotNull();
        }
        assertThat(ask("/forgotten", "bruno.tessier@example.org"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("bruno.tessier@example.org", "Too many attempts");
    }

    @Test
    void lookingAtALinkDoesNotUseItUpAndItsAddressGoesNowhere() {
        var link = invitation(newcomer("Lena Look"));
        for (var times = 0; times < 3; times++) {
            assertThat(browser.get().uri(link))
                    .hasStatus(200)
                    .hasHeader("Referrer-Policy", "no-referrer")
                    .hasHeader("Cache-Control", "no-store");
        }
        assertThat(choose(link, "a fine sentence of mine")).hasStatus(303);
    }

    @Test
    void anInvitationActivatesAndSignsIn() {
        var ida = newcomer("Ida Invited");
        var entered = choose(invitation(ida), "a fine sentence of mine");
        assertThat(entered).hasStatus(303).cookies().containsCookie("parvis_session");
        assertThat(entrants.state(ida.id())).isEqualTo(Account.ACTIVE);
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLinkGood() {
        var link = invitation(newcomer("Wilma Weak"));
        assertThat(choose(link, "short")).hasStatus(422);
        assertThat(choose(link, "1234567890")).hasStatus(422);
        assertThat(choose(link, "wilma.weak@example.org")).hasStatus(422);
        assertThat(choose(link, "x".repeat(129))).hasStatus(422);
        assertThat(choose(link, "a fine sentence of mine")).hasStatus(303);
    }

    @Test
    void ofAllWhoUseALinkAtOnceOneGetsIn() throws Exception {
        var link = invitation(newcomer("Rita Race"));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> tries = Stream.<Callable<Integer>>generate(
                            () -> () -> choose(link, "a fine sentence of mine")
                                    .getResponse()
                                    .getStatus())
                    .limit(4)
                    .toList();
            var answers =
                    pool.invokeAll(tries).stream().map(done -> done.resultNow()).toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 404, 404, 404);
        }
    }

    @Test
    void aLinkThatWasUsedIsOver() {
        var link = invitation(newcomer("Uma Used"));
        choose(link, "a fine sentence of mine");
        assertThat(browser.get().uri(link)).hasStatus(404);
        assertThat(choose(link, "another fine sentence")).hasStatus(404);
    }

    @Test
    void theNewestLinkEndsTheOnesBefore() {
        var newcomer = newcomer("Olga Old");
        var first = invitation(newcomer);
        var second = invitation(newcomer);
        assertThat(browser.get().uri(first)).hasStatus(404);
        assertThat(browser.get().uri(second)).hasStatus(200);
    }

    @Test
    void aLinkEndsWithTheAddressItWasMadeFor() {
        var link = invitation(newcomer("Adda Dress"));
        jdbc.sql("update person set email = 'new.address@example.org' where name = 'Adda Dress'")
                .update();
        assertThat(browser.get().uri(link)).hasStatus(404);
    }

    @Test
    void aLinkEndsInItsTime() {
        var link = invitation(newcomer("Tim Time"));
        jdbc.sql("update single_use_link set expires_at = now() - interval '1 second'")
                .update();
        assertThat(browser.get().uri(link)).hasStatus(404);
        assertThat(choose(link, "a fine sentence of mine")).hasStatus(404);
    }

    @Test
    void aResetEndsEverySessionAndTheOldPassword() {
        var bruno = entrants.withCharter(entrants.withPassword(cast.bruno()));
        var device = entrants.device(bruno);
        recovery.sendLink("bruno.tessier@example.org");
        var entered = choose(entrants.linksOf(bruno).getLast(), "une toute autre phrase");
        assertThat(entered).hasStatus(303);
        assertThat(browser.get().uri("/settings").cookie(device)).hasStatus(302);
        assertThat(entrants.mailKindsOf(bruno)).contains("password-changed");
    }

    @Test
    void anInventedLinkIsAnsweredLikeAnOldOne() throws Exception {
        var link = invitation(newcomer("Ivo Invented"));
        choose(link, "a fine sentence of mine");
        var old = browser.get().uri(link).exchange().getResponse().getContentAsString();
        var invented = browser.get().uri("/links/abc").exchange().getResponse().getContentAsString();
        assertThat(invented).isEqualTo(old);
    }

    private void mailed(Viewer person, String kind) {
        await().untilAsserted(() -> {
            jobs.hurry();
            assertThat(entrants.mailKindsOf(person)).contains(kind);
        });
    }

    private Viewer newcomer(String name) {
        return entrants.inState(cast.person(name, PersonKind.EMPLOYEE), Account.NOT_INVITED);
    }

    private String invitation(Viewer person) {
        invitations.invite(Agent.onPage(cast.nadia().id()), List.of(person.id()));
        return entrants.linksOf(person).getLast();
    }

    private long requests() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'link-request'")
                .query(Long.class)
                .single();
    }

    private MvcTestResult ask(String page, String email) {
        return browser.post().uri(page).param("email", email).exchange();
    }

    private MvcTestResult choose(String link, String password) {
        return browser.post().uri(link).param("password", password).exchange();
    }
}
