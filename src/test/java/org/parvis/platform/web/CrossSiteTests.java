package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
class CrossSiteTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void anotherSiteChangesNothing(String site) {
        assertThat(browser.post()
                        .uri("/settings/theme")
                        .with(as(cast.bruno()))
                        .header("Sec-Fetch-Site", site)
                        .param("theme", "dark"))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourOwnPagesAndThePersonDo(String site) {
        assertThat(browser.post()
                        .uri("/settings/theme")
                        .with(as(cast.bruno()))
                        .header("Sec-Fetch-Site", site)
                        .param("theme", "dark"))
                .hasStatus(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
    void anOlderBrowserIsJudgedByItsOrigin(String origin) {
        assertThat(browser.post().uri("/sign-in").header("Origin", origin).param("email", "a@b"))
                .hasStatus(403);
    }

    @Test
    void everyPageSaysWhatABrowserMayDoWithIt() {
        assertThat(browser.get().uri("/settings").with(as(cast.bruno())))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "private, no-cache")
                .hasHeader("Referrer-Policy", "same-origin")
                .containsHeader("Content-Security-Policy");
    }
}
