package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A database that is away, or has no connection left, is said to be busy, wherever it is missed first. */
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
        var pool = database.unwrap(HikariDataSource.class);
        pool.setConnectionTimeout(250);
        Deque<Connection> taken = new ArrayDeque<>();
        Map<String, Supplier<MvcTestResult>> asking = Map.of(
                "reading", () -> bruno.get("/me"),
                "writing", () -> bruno.post("/posts", "{\"text\": \"Now?\"}"),
                "with a key", () -> bruno.postOnce("key", "/posts", "{\"text\": \"Now?\"}"),
                "with a token", () -> http.get()
                        .uri("/api/v1/me")
                        .header("Authorization", "Bearer pv_token")
                        .exchange());

        // What works in the background gives its connections back, one by one.
        asking.forEach((how, request) -> await(how).untilAsserted(() -> {
            takeAll(pool, taken);
            assertThat(request.get())
                    .hasStatus(503)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .hasHeader("Retry-After", "5");
        }));

        for (var connection : taken) {
            connection.close();
        }
        await().untilAsserted(() -> assertThat(bruno.postOnce("later", "/posts", "{\"text\": \"Now\"}"))
                .hasStatus(201));
    }

    private static void takeAll(HikariDataSource pool, Deque<Connection> taken) throws SQLException {
        try {
            while (true) {
                taken.add(pool.getConnection());
            }
        } catch (SQLTransientConnectionException none) {
            assertThat(taken).isNotEmpty();
        }
    }
}
