package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Of what is slow the log says what it was, and not about whom; here every request is. */
@ParvisTest
@Isolated("reads what the whole process prints")
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"parvis.slow-request=0s", "parvis.slow-statement=400ms"})
class SlowLogTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Test
    void aRequestIsToldByItsRoute(CapturedOutput console) {
        assertThat(browser.get().uri("/posts/4711?q=Sardine").with(as(cast.bruno())))
                .hasStatus(404);
        assertThat(console.getAll())
                .containsPattern("Slow request: GET /posts/\\{\\w+} 404 took \\d+ ms, .* for [1-9]\\d* statements")
                .doesNotContain("4711", "Sardine");
    }

    @Test
    void aStatementIsToldByItsAskerAndWithoutValues(CapturedOutput console) {
        jdbc.sql("select 'Sardine' || :word  from pg_sleep(0.5)")
                .param("word", "Mackerel")
                .query(String.class)
                .single();
        assertThat(console.getAll())
                .containsPattern(
                        "Slow statement: safety\\.SlowLogTests\\.\\S+ took \\d+ ms: select '…' \\|\\| \\? from pg_sleep\\(0\\.5\\)")
                .doesNotContain("Sardine", "Mackerel");
    }
}
