package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
@TestPropertySource(properties = "parvis.smtp-url=smtp://127.0.0.1:9")
class OutgoingMailWithServerTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whyAServerDoesNotTakeAMailIsSaidInTheSettings() {
        jdbc.sql("""
                insert into outgoing_mail (recipient, kind, subject, body, created_at, expires_at, next_try_at, problem)
                values ('a@example.org', 'reset', 's', '/links/secret', now(), now() + interval '1 hour',
                        now() + interval '1 hour', '550 <b>no such user</b>')
                """).update();
        assertThat(browser.get().uri("/administration/settings").with(as(cast.nadia(), "ADMINISTRATOR")))
                .bodyText()
                .contains("127.0.0.1:9", "550 &lt;b&gt;no such user")
                .doesNotContain("/links/secret");
    }

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
