package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.parvis.testing.ParvisTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody sends stays in its line of the log and sends the terminal no commands. */
@ParvisTest
@Isolated("reads what the whole process prints")
@ExtendWith(OutputCaptureExtension.class)
class LogTests {

    private static final Logger log = LoggerFactory.getLogger("org.parvis.Somewhere");
    private static final String HOSTILE = "a\r\n12:00:00 INFO  Door: Nadia came in\u001b[2J\u009b31m\u2028b";

    @Autowired
    MockMvcTester browser;

    @Test
    void aMessageIsOneLine(CapturedOutput console) {
        log.warn("Asked for {}", HOSTILE);

        assertThat(console.getErr())
                .contains("Asked for a??12:00:00 INFO  Door: Nadia came in?[2J?31m?b\n")
                .doesNotContain("\n12:00:00");
    }

    @Test
    void whoWasRefusedAtTheDoorIsTold(CapturedOutput console) {
        browser.post()
                .uri("/sign-in")
                .param("email", "nobody@example.org")
                .param("password", "guess\n" + HOSTILE)
                .exchange();

        assertThat(console.getErr())
                .contains("A sign-in from 127.0.0.1 was refused")
                .doesNotContain("guess", "nobody@example.org");
    }

    @Test
    void aFaultKeepsItsLinesAndAddsNone(CapturedOutput console) {
        log.error("Failed", new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE)));

        assertThat(console.getErr())
                .contains(
                        "java.lang.IllegalStateException: a?\n\t| 12:00:00",
                        "\n\tat org.parvis.safety.LogTests",
                        "\nCaused by: java.lang.IllegalArgumentException")
                .doesNotContain("\n12:00:00", "\u001b", "\u009b");
    }
}
