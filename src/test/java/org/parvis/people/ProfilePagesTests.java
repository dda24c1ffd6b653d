package org.parvis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.conversation.Posts;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;

@ParvisTest
class ProfilePagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Following following;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    Posts posts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void showsWhoSomebodyIsAndWhereTheyStand() {
        report(cast.bruno(), cast.priya());
        report(cast.lucia(), cast.bruno());

        assertThat(get("/people/" + cast.bruno().id(), cast.nadia()))
                .contains("Bruno Tessier", "bruno.tessier@example.org", "Priya Nair", "Lucía Moreno");
        assertThat(get("/people/" + cast.bruno().id() + "/team", cast.nadia())).contains("Priya Nair", "Lucía Moreno");
    }

    @Test
    void takesAtMostEightStatementsWithSessionAndFrame() {
        report(cast.bruno(), cast.priya());
        report(cast.lucia(), cast.bruno());
        jdbc.sql("update person set expertise = '{Pumps, Valves}', interests = '{Chess}' where id = :id")
                .param("id", cast.bruno().id().value())
                .update();
        var pumps = communities.create(
                cast.bruno(), new CommunityForm("Pumps", "What for", "business", "open", true, null, null));
        for (var number = 0; number < 10; number++) {
            posts.publish(cast.bruno(), number % 2 == 0 ? pumps : null, "Number " + number);
        }
        var profile = "/people/" + cast.bruno().id();
        var priya = cast.priya();
        // The session is one statement more than a request of MockMvc needs.
        assertThat(StatementCount.during(
                        () -> assertThat(get(profile, priya)).contains("Lucía Moreno", "Valves", "Pumps", "Number 9")))
                .hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void walksNoCircleForEver() {
        report(cast.youssef(), cast.nadia());
        report(cast.nadia(), cast.youssef());

        assertThat(get("/people/" + cast.youssef().id(), cast.bruno())).contains("Nadia Berrada");
    }

    @Test
    void followsInPlaceOnceHoweverOftenOnePresses() {
        var path = "/people/" + cast.priya().id() + "/follow";
        for (var time = 0; time < 2; time++) {
            assertThat(mvc.post().uri(path).accept(Turbo.STREAM).with(as(cast.bruno())))
                    .hasStatusOk()
                    .hasContentTypeCompatibleWith(Turbo.STREAM)
                    .bodyText()
                    .contains("aria-pressed=\"true\"");
        }
        assertThat(journal("follow", cast.priya())).isOne();
        assertThat(get("/people/" + cast.priya().id() + "/followers", cast.nadia()))
                .contains("Bruno Tessier");
        assertThat(get("/people/" + cast.bruno().id() + "/following", cast.nadia()))
                .contains("Priya Nair");

        for (var time = 0; time < 2; time++) {
            assertThat(mvc.post().uri(path).param("_method", "delete").with(as(cast.bruno())))
                    .hasStatus(303)
                    .hasRedirectedUrl("/people/" + cast.priya().id());
        }
        assertThat(journal("undo", cast.priya())).isOne();
    }

    @Test
    void countsWhoFollowsAsTheViewerMaySeeThem() {
        var followed = cast.person("Fatou Followed", PersonKind.EMPLOYEE);
        assertThat(people.find(cast.nadia(), followed.id()).followers()).isZero();
        assertThat(people.find(cast.nadia(), followed.id()).followers()).isZero();

        following.follow(cast.bruno(), followed.id());
        assertThat(people.find(cast.nadia(), followed.id()).followers()).isOne();
        following.follow(cast.nadia(), followed.id());
        assertThat(people.find(cast.nadia(), followed.id()).followers()).isEqualTo(2);

        following.unfollow(cast.bruno(), followed.id());
        assertThat(people.find(cast.nadia(), followed.id()).followers()).isOne();
        assertThat(people.find(followed, followed.id()).followers()).isOne();
        assertThat(people.find(cast.gil(), cast.gil().id()).followers()).isZero();
    }

    @Test
    void letsNobodyFollowThemselves() {
        assertThat(mvc.post().uri("/people/" + cast.bruno().id() + "/follow").with(as(cast.bruno())))
                .hasStatus(403);
    }

    @Test
    void hidesFromAGuestWhomTheyShareNothingWith() {
        var nobody = get("/people/999999999", cast.gil());
        for (var exit : List.of("", "/team", "/followers", "/following", "/edit")) {
            assertThat(mvc.get().uri("/people/" + cast.priya().id() + exit).with(as(cast.gil())))
                    .as(exit)
                    .hasStatus(404)
                    .bodyText()
                    .isEqualTo(nobody);
        }
        assertThat(mvc.post().uri("/people/" + cast.priya().id() + "/follow").with(as(cast.gil())))
                .hasStatus(404);
        assertThat(get("/people", cast.gil())).doesNotContain("Priya Nair");
        assertThat(get("/people?q=priya", cast.gil())).doesNotContain("Priya Nair");
        assertThat(get("/search?q=priya", cast.gil())).doesNotContain("Priya Nair");
        assertThat(get("/search/suggestions?q=priya", cast.gil())).doesNotContain("Priya Nair");
    }

    @Test
    void printsAStrangeNameAsText() {
        var strange = cast.person("<img src=x onerror=alert(1)> \"Bobby' Tables", PersonKind.EMPLOYEE);
        for (var path :
                List.of("/people/" + strange.id(), "/people?q=img", "/search?q=img", "/search/suggestions?q=img")) {
            assertThat(get(path, cast.nadia()))
                    .as(path)
                    .contains("&lt;img src=x")
                    .doesNotContain("<img src=x");
        }
        assertThat(get("/search?q=%3Cscript%3E%22", cast.nadia())).doesNotContain("<script>\"");
    }

    @Test
    void keepsWhatPeopleSayOfThemselves() {
        assertThat(mvc.post()
                        .uri("/people/" + cast.lucia().id() + "/edit")
                        .param("about", "Me gustan las bombas.")
                        .param("expertise", "joints, vibrations , JOINTS,")
                        .param("site", "Monterrey")
                        .with(as(cast.lucia())))
                .hasStatus(303);
        assertThat(get("/people/" + cast.lucia().id(), cast.nadia()))
                .contains("Me gustan las bombas.", "joints", "vibrations", "Monterrey")
                .doesNotContain("JOINTS");
    }

    @Test
    void keepsEverythingTypedWhenSomethingIsWrong() {
        assertThat(mvc.post()
                        .uri("/people/" + cast.lucia().id() + "/edit")
                        .param("about", "x".repeat(2001))
                        .param("expertise", "y".repeat(61))
                        .param("pronouns", "elle, she")
                        .with(as(cast.lucia())))
                .hasStatus(422)
                .bodyText()
                .contains("x".repeat(2001), "y".repeat(61), "elle, she", "about-error", "expertise-error");
    }

    @Test
    void leavesTheDirectoryItsLines() {
        var person = cast.person("Dora Annuaire", PersonKind.EMPLOYEE);
        jdbc.sql("""
                update person set directory = 'hr', job_title = 'Fondeuse',
                       attributes = '{"Échelon": "B4", "groups": ["coulée", "secours"]}'
                 where id = :id
                """).param("id", person.id().value()).update();
        mvc.post()
                .uri("/people/" + person.id() + "/edit")
                .param("jobTitle", "Directrice")
                .param("kind", "service")
                .with(as(person))
                .exchange();

        assertThat(get("/people/" + person.id(), cast.nadia()))
                .contains("Fondeuse")
                .doesNotContain("Directrice", "Échelon");
        assertThat(get("/people/" + person.id() + "/edit", person))
                .contains("Fondeuse", "Échelon", "B4", "coulée, secours")
                .doesNotContain("name=\"jobTitle\"");
    }

    @Test
    void namesLanguagesAndDialsPhones() {
        jdbc.sql("update person set languages = '{fr,Créole}', phone = '+33 (0)3 53 01-59' where id = :id")
                .param("id", cast.lucia().id().value())
                .update();

        assertThat(get("/people/" + cast.lucia().id(), cast.nadia())).contains("French, Créole", "tel:+333530159");
    }

    @Test
    void letsNobodyWriteSomebodyElsesProfile() {
        assertThat(mvc.post()
                        .uri("/people/" + cast.lucia().id() + "/edit")
                        .param("about", "taken over")
                        .with(as(cast.bruno())))
                .hasStatus(403);
        assertThat(get("/profile", cast.bruno())).isEmpty();
    }

    @Test
    void answersBadIdsAsMissingOnes() {
        for (var id : List.of("abc", "-1", "0", "99999999999999999999", "1%00")) {
            assertThat(mvc.get()
                            .uri("/people/" + id)
                            .accept(MediaType.TEXT_HTML)
                            .with(as(cast.bruno())))
                    .as(id)
                    .hasStatus4xxClientError();
        }
    }

    private String get(String path, Viewer viewer) {
        try {
            return mvc.get()
                    .uri(java.net.URI.create(path))
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private long journal(String verb, Viewer object) {
        return jdbc.sql(
                        "select count(*) from journal where verb = :verb and object_kind = 'person' and object_id = :id")
                .param("verb", verb)
                .param("id", object.id().value())
                .query(Long.class)
                .single();
    }

    private void report(Viewer person, Viewer manager) {
        jdbc.sql("update person set manager_id = :manager where id = :id")
                .param("manager", manager.id().value())
                .param("id", person.id().value())
                .update();
    }
}
