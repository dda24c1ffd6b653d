package org.parvis.platform.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

@ParvisTest
@Import({DiskGuardTests.Disk.class, DiskGuardTests.Notebook.class})
class DiskGuardTests {

    private static final AtomicLong FREE = new AtomicLong(Long.MAX_VALUE);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    DiskGuard guard;

    @AfterEach
    void makeRoom() {
        FREE.set(Long.MAX_VALUE);
    }

    @Test
    void writingIsRefusedWhileTheDiskIsNearlyFull() {
        FREE.set(999_999_999);
        assertThat(write("/notebook")).hasStatus(507).bodyText().contains("The disk is nearly full");
        assertThat(write("/api/v1/notebook"))
                .hasStatus(507)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("The disk is nearly full");
    }

    @Test
    void readingGoesOn() {
        FREE.set(0);
        assertThat(browser.get().uri("/notebook").with(as(cast.bruno()))).hasStatus(200);
        assertThat(browser.post()
                        .uri("/sign-in")
                        .header("Sec-Fetch-Site", "same-origin")
                        .param("email", "bruno.tessier@example.org")
                        .param("password", "not this one"))
                .as("who is not signed in may come in and read")
                .hasStatus(422);
    }

    @Test
    void writingGoesOnOnceThereIsRoom() {
        FREE.set(0);
        assertThat(write("/notebook")).hasStatus(507);
        FREE.set(2_000_000_000);
        assertThat(write("/notebook")).hasStatus(200);
    }

    @Test
    void aDatabaseOnAnotherDiskThatIsFullIsAnsweredTheSame() {
        assertThat(write("/api/v1/full-notebook"))
                .hasStatus(507)
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("The disk is nearly full");
    }

    @Test
    void whatWritesMuchByItselfIsRefusedToo() {
        FREE.set(0);
        assertThatThrownBy(guard::refuseWhenFull)
                .isInstanceOf(DiskFull.class)
                .hasMessageContaining("PARVIS_MIN_FREE_SPACE");
    }

    private MvcTestResult write(String address) {
        return browser.post()
                .uri(address)
                .header("Sec-Fetch-Site", "same-origin")
                .with(as(cast.bruno()))
                .exchange();
    }

    @TestConfiguration
    static class Disk {

        @Bean
        @Primary
        FreeSpace freeSpaceOfTheTest() {
            return FREE::get;
        }
    }

    @RestController
    static class Notebook {

        @RequestMapping({"/notebook", "/api/v1/notebook"})
        String read() {
            return "written";
        }

        @PostMapping("/api/v1/full-notebook")
        String fill() {
            throw new DataAccessResourceFailureException("insert", new SQLException("could not extend file", "53100"));
        }
    }
}
