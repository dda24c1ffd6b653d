package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
@Import(Entrants.class)
@TestPropertySource(properties = "parvis.public-url=https://network.example.org")
class SecureCookieTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Test
    void byHttpsTheSessionInsistsOnIt() {
        entrants.withCharter(entrants.withPassword(cast.bruno()));

        var entered = browser.post()
                .uri("/sign-in")
                .param("email", "bruno.tessier@example.org")
                .param("password", Entrants.PASSWORD)
                .exchange();

        assertThat(entered).hasStatus(303);
        assertThat(entered.getResponse().getHeader("Set-Cookie"))
                .startsWith("__Host-parvis_session=")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(entered.getResponse().getHeader("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void aCookieANeighbourCouldHaveSetSignsNobodyIn() {
        var bruno = entrants.withCharter(cast.bruno());
        var device = entrants.device(bruno);

        assertThat(browser.get().uri("/settings").cookie(device)).hasStatusOk();
        assertThat(browser.get().uri("/settings").cookie(new Cookie("parvis_session", device.getValue())))
                .hasStatus(302);
    }
}
