package org.parvis.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.platform.disk.FreeSpace;
import org.parvis.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What an administrator's tools ask, and that nobody else can. */
@BrowserTest
@TestPropertySource(properties = "parvis.monitoring-port=0")
class MonitoringTests {

    private static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    @Autowired
    MonitoringServer server;

    @Autowired
    ApplicationContext application;

    @Autowired
    Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();

    @TestConfiguration
    static class Disk {

        @Bean
        @Primary
        FreeSpace room() {
            return ROOM::get;
        }
    }

    @Test
    void isAliveAndReady() throws Exception {
        assertThat(watched("/livez").statusCode()).isEqualTo(200);
        assertThat(watched("/readyz").body()).isEqualTo("ready\n");
        assertThat(watched("/metric").statusCode()).isEqualTo(404);
    }

    @Test
    void isNotReadyWhileTheDiskIsFull() throws Exception {
        ROOM.set(1);
        try {
            var answer = watched("/readyz");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("not ready: disk nearly full\n");
            assertThat(watched("/livez").statusCode()).isEqualTo(200);
        } finally {
            ROOM.set(Long.MAX_VALUE);
        }
        assertThat(watched("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWhileItEnds() throws Exception {
        AvailabilityChangeEvent.publish(application, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(watched("/readyz").statusCode()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(application, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void metricsTellOfTheWholeMachine() throws Exception {
        people("/sign-in");
        assertThat(watched("/metrics").body())
                .contains("jvm_memory_used_bytes{")
                .contains("hikaricp_connections_active{")
                .contains("tomcat_connections_current_connections{")
                .contains("parvis_requests_places ")
                .contains("parvis_requests_served_total ")
                .contains("parvis_journal_lag_seconds ")
                .contains("uri=\"/sign-in\"");
    }

    /** Whoever asks for a thousand addresses makes no thousand meters, and what is asked for is in none. */
    @Test
    void requestsAreCountedByRoute() throws Exception {
        for (var asked = 4_710_001; asked < 4_710_010; asked++) {
            people("/assets/" + asked);
            people("/posts/" + asked);
        }
        var metrics = watched("/metrics").body();
        assertThat(metrics).contains("uri=\"/assets/{fileName}\"").doesNotContain("47100");
        assertThat(Pattern.compile("uri=\"[^\"]*/[0-9]").matcher(metrics).find())
                .isFalse();
    }

    @Test
    void peopleFindNoneOfItOnTheirPort() throws Exception {
        var nothing = people("/nothing-is-here");
        for (var path : new String[] {"/livez", "/readyz", "/metrics", "/actuator", "/actuator/prometheus"}) {
            var answer = people(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(nothing.statusCode());
            assertThat(answer.body()).as(path).isEqualTo(nothing.body());
        }
    }

    private HttpResponse<String> watched(String path) throws Exception {
        return get(server.port(), path);
    }

    private HttpResponse<String> people(String path) throws Exception {
        return get(environment.getRequiredProperty("local.server.port", Integer.class), path);
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
