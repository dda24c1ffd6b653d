package org.parvis.communities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.SharedData;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

@ParvisTest
class CommunityPagesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
    }

    @Test
    void foundingOneLeadsToItsPage() {
        var founded = browser.post()
                .uri("/communities")
                .with(as(bruno))
                .param("name", "Vibration analysis")
                .param("description", "Listening to machines")
                .param("purpose", "business")
                .param("access", "open")
                .exchange();

        assertThat(founded).hasStatus(303);
        assertThat(browser.get()
                        .uri(String.valueOf(founded.getMvcResult().getResponse().getRedirectedUrl()))
                        .with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("Vibration analysis", "Listening to machines", "Join", "1 member");
    }

    @Test
    void aPictureMayComeWithTheFoundingAndTheOneBeforeIsForgotten() throws IOException {
        var pictured = founded("Pictured", "png-ok-64x64.png");
        var first = String.valueOf(communities.find(bruno, pictured).picture());
        assertThat(browser.get().uri(first).with(as(priya))).hasStatusOk();

        communities.picture(bruno, pictured, null);
        assertThat(browser.get().uri(first).with(as(bruno))).hasStatus(404);

        var refused = founded("Not pictured", "html-named.png");
        assertThat(communities.find(bruno, refused).picture()).isNull();
    }

    @Test
    void aCloseNameIsPointedOutAndWhatWasTypedStays() {
        communities.create(bruno, form("Welding and assembly", "open", true));

        assertThat(browser.post()
                        .uri("/communities")
                        .with(as(priya))
                        .param("name", "Welding & assembly")
                        .param("description", "My own words")
                        .param("purpose", "business")
                        .param("access", "open"))
                .hasStatus(422)
                .bodyText()
                .contains("Similar communities already exist", "Welding &amp; assembly", "My own words");
        assertThat(browser.post()
                        .uri("/communities")
                        .with(as(priya))
                        .param("name", "Welding & assembly")
                        .param("purpose", "business")
                        .param("access", "open")
                        .param("different", "true"))
                .hasStatus(303);
    }

    @Test
    void aNameThatIsMissingOrTooLongIsAskedForInTheReadersLanguage() {
        assertThat(browser.post()
                        .uri("/communities")
                        .with(as(inFrench(bruno)))
                        .param("name", "é".repeat(81))
                        .param("description", "Gardé")
                        .param("purpose", "business")
                        .param("access", "open"))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"", "Gardé", "80");
    }

    @Test
    void theFourDoorsAreOneChoice() {
        browser.post()
                .uri("/communities")
                .with(as(bruno))
                .param("name", "The board")
                .param("purpose", "hr")
                .param("access", "unlisted")
                .exchange();

        assertThat(browser.get().uri("/communities").with(as(bruno))).bodyText().contains("The board", "Unlisted");
        assertThat(browser.get().uri("/communities").with(as(priya))).bodyText().doesNotContain("The board");
    }

    @Test
    void anUnlistedCommunityIsTheSame404AsNone() throws UnsupportedEncodingException {
        var hidden = communities.create(bruno, form("The board", "invitation", false));

        for (var path : List.of("", "/about", "/members", "/settings")) {
            var there = browser.get()
                    .uri("/communities/" + hidden + path)
                    .with(as(priya))
                    .exchange();
            var nowhere = browser.get()
                    .uri("/communities/999999" + path)
                    .with(as(priya))
                    .exchange();
            assertThat(there).hasStatus(404);
            assertThat(there.getResponse().getContentAsString())
                    .isEqualTo(nowhere.getResponse().getContentAsString());
        }
        assertThat(browser.post().uri("/communities/" + hidden + "/membership").with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void whoIsNoMemberSeesTheNameOfAClosedCommunityButNeitherMembersNorPosts() {
        var quality = communities.create(bruno, form("Quality council", "request", true));

        assertThat(browser.get().uri("/communities/" + quality).with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("Quality council", "Ask to join")
                .doesNotContain("Bruno");
        assertThat(browser.get().uri("/communities/" + quality + "/members").with(as(priya)))
                .hasStatus(404);
    }

    @Test
    void joiningAndLeavingAreOneButtonEach() {
        var pumps = communities.create(bruno, form("Pumps", "open", true));

        assertThat(browser.post().uri("/communities/" + pumps + "/membership").with(as(priya)))
                .hasStatus(303);
        assertThat(communities.find(priya, pumps).joined()).isTrue();
        assertThat(browser.post()
                        .uri("/communities/" + pumps + "/membership")
                        .param("_method", "delete")
                        .with(as(priya)))
                .hasStatus(303);
        assertThat(communities.find(priya, pumps).standing()).isNull();
    }

    @Test
    void theLastOwnerIsToldWhyTheyStay() {
        var pumps = communities.create(bruno, form("Pumps", "open", true));

        assertThat(browser.delete().uri("/communities/" + pumps + "/membership").with(as(bruno)))
                .hasStatus(303)
                .cookies()
                .containsCookie("flash");
        assertThat(communities.find(bruno, pumps).owned()).isTrue();
    }

    /** What a script fetches meanwhile leaves the sentence to the page that follows. */
    @Test
    void whatWasDoneIsSaidOnThePageAndNotLostWithAFragment() {
        var said = new Cookie("flash", "It+is+done.");

        assertThat(browser.get().uri("/notifications/bell").cookie(said).with(as(bruno)))
                .hasStatus(200)
                .cookies()
                .doesNotContainCookie("flash");
        assertThat(browser.get().uri("/communities").cookie(said).with(as(bruno)))
                .hasStatus(200)
                .satisfies(page -> assertThat(page).cookies().hasMaxAge("flash", java.time.Duration.ZERO))
                .bodyText()
                .contains("It is done.");
    }

    @Test
    void ownersSeeRequestsAndFindPeopleToInvite() {
        var quality = communities.create(bruno, form("Quality council", "request", true));
        memberships.enter(priya, quality);
        cast.lucia();

        assertThat(browser.get()
                        .uri("/communities/" + quality + "/members?invitee=lucia")
                        .with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .contains("1 request", "Priya Nair", "Lucía Moreno", "Invite");
        assertThat(browser.put()
                        .uri("/communities/" + quality + "/requests/" + priya.id())
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(browser.get()
                        .uri("/communities/" + quality + "/members?invitee=lucia")
                        .with(as(priya)))
                .bodyText()
                .doesNotContain("communities/" + quality + "/invitations/");
    }

    @Test
    void whatWaitsForSomebodyIsSeenFirst() throws UnsupportedEncodingException {
        var shutdown = communities.create(bruno, form("Shutdown", "invitation", false));
        memberships.invite(bruno, shutdown, priya.id());
        var list = body(priya, "/communities");
        assertThat(list.indexOf("You are invited")).isBetween(0, list.indexOf("Shutdown"));
        assertThat(list.split(">Shutdown<", -1)).hasSize(2);

        var quality = communities.create(bruno, form("Quality", "request", true));
        assertThat(body(bruno, "/communities/" + quality)).doesNotContain("1 request");
        memberships.enter(priya, quality);
        assertThat(body(bruno, "/communities/" + quality)).contains("1 request");
        assertThat(body(priya, "/communities/" + quality)).doesNotContain("1 request");
    }

    @Test
    void oneWayOfTheNavigationIsMarked() throws UnsupportedEncodingException {
        var pumps = communities.create(bruno, form("Pumps", "open", true));
        for (var path : List.of("/communities", "/communities/new", "/communities/" + pumps + "/members", "/people")) {
            var body = body(bruno, path);
            var ways = body.substring(body.indexOf("class=\"sidenav\""), body.indexOf("</nav>"));
            assertThat(ways.split("aria-current", -1)).as(path).hasSize(2);
        }
    }

    @Test
    void settingsAreForOwnersAndKeepWhatWasTyped() {
        var pumps = communities.create(bruno, form("Pumps", "open", true));
        memberships.enter(priya, pumps);

        assertThat(browser.get().uri("/communities/" + pumps + "/settings").with(as(priya)))
                .hasStatus(403);
        assertThat(browser.patch()
                        .uri("/communities/" + pumps)
                        .with(as(bruno))
                        .param("name", " ")
                        .param("description", "Still here")
                        .param("purpose", "business")
                        .param("access", "open"))
                .hasStatus(422)
                .bodyText()
                .contains("Still here");
        assertThat(browser.patch()
                        .uri("/communities/" + pumps)
                        .with(as(bruno))
                        .param("name", "Pumps and valves")
                        .param("purpose", "business")
                        .param("access", "request")
                        .param("posting", "owners"))
                .hasStatus(303);
        assertThat(communities.find(priya, pumps).mayPost()).isFalse();
    }

    @Test
    void aCloseNameLeadsInByItsOwnDoorOnly() {
        var invitation = communities.create(bruno, form("Turbine council", "invitation", true));
        var request = communities.create(bruno, form("Turbine club", "request", true));
        var asked = communities.create(bruno, form("Turbine circle", "request", true));
        communities.create(bruno, form("Turbine cabal", "invitation", false));
        memberships.enter(priya, asked);

        assertThat(browser.get().uri("/communities/similar?name=turbine").with(as(priya)))
                .hasStatusOk()
                .bodyText()
                .contains("Turbine council", "Turbine club", "Turbine circle", "Request sent")
                .contains("formaction=\"/communities/" + request + "/membership\"")
                .doesNotContain("formaction=\"/communities/" + invitation + "/membership\"")
                .doesNotContain("formaction=\"/communities/" + asked + "/membership\"")
                .doesNotContain("cabal");
    }

    @Test
    void whoeverWaitsReadsWhatTheyWaitFor() {
        var quality = communities.create(bruno, form("Quality council", "request", true));
        memberships.enter(priya, quality);
        var open = communities.create(bruno, form("Pumps", "open", true));
        memberships.invite(bruno, open, cast.gil().id());

        assertThat(browser.get().uri("/communities/" + quality).with(as(priya)))
                .bodyText()
                .contains("Your request waits", "Withdraw");
        assertThat(browser.get().uri("/communities/" + open).with(as(cast.gil())))
                .hasStatusOk()
                .bodyText()
                .contains("You are invited", "Accept");
    }

    @Test
    void aGuestIsNotLedWhereGuestsMayNotGo() {
        assertThat(browser.get().uri("/communities").with(as(cast.gil())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/communities/new");
        assertThat(browser.get().uri("/communities/new").with(as(cast.gil()))).hasStatus(403);
        assertThat(browser.get().uri("/communities").with(as(bruno))).bodyText().contains("/communities/new");
    }

    @Test
    void everyoneWhoAsksOrIsInvitedIsReached() {
        var quality = communities.create(bruno, form("Quality council", "request", true));
        for (var number = 10; number < 32; number++) {
            memberships.enter(cast.person("Asker Number" + number, PersonKind.EMPLOYEE), quality);
            memberships.invite(
                    bruno,
                    quality,
                    cast.person("Invitee Number" + number, PersonKind.EMPLOYEE).id());
        }

        var first = membersPage(quality, "");
        assertThat(first).contains("22 requests", "Asker Number29", "Invitee Number29");
        assertThat(first).doesNotContain("Asker Number30", "Invitee Number30");
        assertThat(membersPage(quality, parameter(first, "asking"))).contains("Asker Number31", "Invitee Number10");
        assertThat(membersPage(quality, parameter(first, "invited"))).contains("Invitee Number31", "Asker Number10");
    }

    @Test
    void whatIsArchivedIsFoundUnderItsFilterAndIsNotChanged() {
        var pumps = communities.create(bruno, form("Old pumps", "open", true));
        communities.archive(bruno, pumps, true);

        assertThat(browser.get().uri("/communities?q=old").with(as(priya)))
                .bodyText()
                .doesNotContain("Old pumps");
        assertThat(browser.get().uri("/communities?q=old&membership=archived").with(as(priya)))
                .bodyText()
                .contains("Old pumps", "Archived");
        assertThat(browser.get().uri("/communities/" + pumps + "/settings").with(as(bruno)))
                .hasStatusOk()
                .bodyText()
                .contains("Reopen")
                .doesNotContain("name=\"description\"");
        assertThat(browser.patch().uri("/communities/" + pumps).with(as(bruno)).param("name", "New pumps"))
                .hasStatus(403);
    }

    @Test
    void aPageTakesEightStatementsAtMost() {
        var quality = communities.create(bruno, form("Quality council", "request", true));
        memberships.enter(priya, quality);

        // The first visit also clears what was told of the community.
        await().until(() -> jdbc.sql(
                        "select exists (select from notification where person_id = :id and subject_id = :place)")
                .param("id", bruno.id().value())
                .param("place", quality.value())
                .query(Boolean.class)
                .single());
        browser.get()
                .uri("/communities/" + quality + "/members")
                .with(as(bruno))
                .exchange();

        // The session's statement is not sent here: MockMvc signs in by itself.
        for (var path : List.of("", "/about", "/members")) {
            assertThat(StatementCount.during(() -> browser.get()
                            .uri("/communities/" + quality + path)
                            .with(as(priya))
                            .exchange()))
                    .as(path)
                    .hasSizeLessThanOrEqualTo(7);
            assertThat(StatementCount.during(() -> browser.get()
                            .uri("/communities/" + quality + path)
                            .with(as(bruno))
                            .exchange()))
                    .as("owner's " + path)
                    .hasSizeLessThanOrEqualTo(7);
        }
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        var odd = communities.create(bruno, form("<img src=x onerror=alert(1)>", "open", true));

        for (var path : List.of("/communities", "/communities/" + odd, "/communities/" + odd + "/members")) {
            assertThat(browser.get().uri(path).with(as(bruno)))
                    .bodyText()
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<img src=x");
        }
    }

    private CommunityId founded(String name, String picture) throws IOException {
        var founded = browser.post()
                .uri("/communities")
                .with(as(bruno))
                .multipart()
                .file("photo", Files.readAllBytes(SharedData.file("attacks/files/" + picture)))
                .param("name", name)
                .param("different", "true")
                .param("purpose", "leisure")
                .param("access", "open")
                .exchange();
        assertThat(founded).hasStatus(303);
        var address = String.valueOf(founded.getResponse().getRedirectedUrl()).split("/");
        return CommunityId.of(address[2]);
    }

    private String membersPage(CommunityId community, String query) {
        try {
            return browser.get()
                    .uri(URI.create("/communities/" + community + "/members?" + query))
                    .with(as(bruno))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String parameter(String page, String name) {
        var link = Pattern.compile(name + "=[\\w-]+").matcher(page);
        assertThat(link.find()).as(name).isTrue();
        return link.group();
    }

    private String body(Viewer viewer, String path) throws UnsupportedEncodingException {
        return browser.get().uri(path).with(as(viewer)).exchange().getResponse().getContentAsString();
    }

    private static CommunityForm form(String name, String access, boolean listed) {
        return new CommunityForm(name, "What for", "business", access, listed, null, null);
    }
}
