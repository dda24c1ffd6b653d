package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.access.Accounts;
import org.parvis.access.Agent;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What one person can pile up has an end. */
@ParvisTest
class HoardingTests {

    private static final String PASSWORD = "a sentence that does very well";

    @Autowired
    MockMvcTester browser;

    @Autowired
    Accounts accounts;

    @Autowired
    Communities communities;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theHundredAndFirstDeviceEndsTheOneSeenLongestAgo() {
        var bruno = cast.bruno();
        accounts.activate(Agent.onCommandLine(), bruno.id(), PASSWORD);
        var first = Tokens.session(jdbc, bruno);
        jdbc.sql("update sign_in_session set last_seen_at = now() - interval '1 hour'")
                .update();
        for (var device = 1; device < 100; device++) {
            Tokens.session(jdbc, bruno);
        }
        assertThat(open("sign_in_session", "ended_at", bruno)).isEqualTo(100);

        assertThat(browser.post()
                        .uri("/sign-in")
                        .param("email", "bruno.tessier@example.org")
                        .param("password", PASSWORD))
                .hasStatus(303);

        assertThat(open("sign_in_session", "ended_at", bruno)).isEqualTo(100);
        assertThat(browser.get().uri("/settings").cookie(new jakarta.servlet.http.Cookie("parvis_session", first)))
                .hasStatus(302);
    }

    @Test
    void nobodyHasMoreThanAHundredTokens() {
        var priya = cast.priya();
        for (var token = 0; token < 100; token++) {
            Tokens.give(jdbc, priya);
        }

        assertThat(browser.post()
                        .uri("/settings/tokens")
                        .param("name", "one more")
                        .with(as(priya)))
                .hasStatus(422)
                .bodyText()
                .contains("You have 100 tokens already", "value=\"one more\"");
        assertThat(open("access_token", "revoked_at", priya)).isEqualTo(100);
    }

    @Test
    void aNewPictureTakesThePlaceOfTheOld() {
        var bruno = cast.bruno();
        var place = communities.create(bruno, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        for (var address :
                java.util.List.of("/communities/" + place + "/picture", "/people/" + bruno.id() + "/photo")) {
            for (var time = 0; time < 2; time++) {
                assertThat(browser.post()
                                .uri(address)
                                .multipart()
                                .file(new MockMultipartFile("photo", "p.png", "image/png", Secrets.picture()))
                                .with(as(bruno)))
                        .hasStatus(303);
            }
        }
        // Two pictures in three sizes each, and these in a lighter format at most once more.
        assertThat(files("name not like '%.webp'")).isEqualTo(6);
        assertThat(files("name like '%.webp'")).isLessThanOrEqualTo(6);
    }

    private int files(String which) {
        return jdbc.sql("select count(*) from file where " + which)
                .query(Integer.class)
                .single();
    }

    private int open(String table, String end, Viewer viewer) {
        return jdbc.sql("select count(*) from %s where person_id = :id and %s is null".formatted(table, end))
                .param("id", viewer.id().value())
                .query(Integer.class)
                .single();
    }
}
