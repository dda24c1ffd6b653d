package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that is away is said to be busy, wherever it is missed first. */
@ParvisTest
class ApiBusyTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    DataSource database;

    @Test
    void withoutADatabaseProgramsAreAskedToComeBack() throws SQLException {
        var bruno = new Program(http, cast.bruno());
        database.unwrap(HikariDataSource.class).close();

        busy(bruno.get("/me"));
        busy(bruno.post("/posts", "{\"text\": \"Now?\"}"));
        busy(bruno.postOnce("key", "/posts", "{\"text\": \"Now?\"}"));
        busy(http.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer pv_token")
                .exchange());
    }

    private static void busy(MvcTestResult answer) {
        assertThat(answer)
                .hasStatus(503)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .hasHeader("Retry-After", "5");
    }
}
