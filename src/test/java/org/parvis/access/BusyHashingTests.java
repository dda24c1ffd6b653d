package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.parvis.platform.web.Busy;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

// Three hundred who never let go of a processor: nobody beside them gets far.
@Isolated
@ParvisTest
class BusyHashingTests {

    private static final int CROWD = 300;

    @Autowired
    MockMvcTester browser;

    @Autowired
    PasswordHashing hashing;

    @Test
    void whoWouldWaitTooLongForAHashIsToldToComeBack() {
        var ended = new AtomicBoolean();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var person = 0; person < CROWD; person++) {
                crowd.submit(() -> keepBusy(ended));
            }
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(browser.post()
                                    .uri("/sign-in")
                                    .param("email", "anyone@example.org")
                                    .param("password", "whatever it may be"))
                            .hasStatus(503)
                            .hasHeader("Retry-After", "5"));
            ended.set(true);
        }
        assertThat(browser.post()
                        .uri("/sign-in")
                        .param("email", "someone@example.org")
                        .param("password", "whatever it may be"))
                .hasStatus(422);
    }

    private void keepBusy(AtomicBoolean ended) {
        while (!ended.get()) {
            try {
                hashing.hash("one of many passwords");
            } catch (Busy turnedAway) {
                // comes back, as it was told
            }
        }
    }
}
