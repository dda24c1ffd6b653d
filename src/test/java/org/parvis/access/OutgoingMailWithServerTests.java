package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
@TestPropertySource(properties = "parvis.smtp-url=smtp://127.0.0.1:9")
class OutgoingMailWithServerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Test
    void onceAServerIsSetThereIsNoPageOfMail() {
        var nadia = as(cast.nadia(), "ADMINISTRATOR");
        assertThat(browser.get().uri("/administration/mail").with(nadia)).hasStatus(404);
        assertThat(browser.get().uri("/administration/mail/1").with(nadia)).hasStatus(404);
        assertThat(browser.get().uri("/administration/people").with(nadia))
                .bodyText()
                .doesNotContain("/administration/mail");
    }
}
