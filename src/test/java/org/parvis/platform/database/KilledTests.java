package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** {@code kill -9} while four write: of the application, of PostgreSQL, of both. */
class KilledTests {

    private static final String SAID = "acknowledged ";

    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Process> servers = new ArrayList<>();
    Path data;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void stopEverything() {
        servers.forEach(server -> server.destroyForcibly().onExit().join());
        open().close();
    }

    @Test
    void whateverIsKilledEverythingAcknowledgedIsThereOnce() throws IOException, SQLException {
        for (var round = 0; round < 2; round++) {
            var server = serve();
            server.destroyForcibly();

            var next = serve();
            postgres().destroyForcibly();
            awaitMore(); // it comes up again under the writers

            next.destroyForcibly();
            postgres().destroyForcibly();
            next.onExit().join();
        }
        var server = serve();
        server.destroyForcibly().onExit().join();

        try (var postgres = open()) {
            var written = written(postgres);
            assertThat(new HashSet<>(written)).hasSameSizeAs(written).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(300);
        }
    }

    @Test
    void aSecondServerIsRefused() throws IOException {
        serve();
        assertThatThrownBy(() -> Folders.at(data, true))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Another Parvis is serving from");
    }

    @Test
    void aCommandUsesTheRunningDatabaseAndLeavesItRunning() throws IOException, SQLException {
        serve();
        var before = postgres();
        try (var command = open()) {
            assertThat(written(command)).isNotEmpty();
        }
        awaitMore();
        assertThat(postgres()).isEqualTo(before);
    }

    private Process serve() throws IOException {
        var server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writers.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        servers.add(server);
        Thread.ofVirtual().start(() -> note(server));
        awaitMore();
        return server;
    }

    /** A line that was cut off by the kill has no end and is not counted: it was never wholly said. */
    private void note(Process server) {
        try (var said = server.inputReader()) {
            var line = new StringBuilder();
            for (var next = said.read(); next >= 0; next = said.read()) {
                if (next != '\n') {
                    line.append((char) next);
                } else {
                    if (line.indexOf(SAID) == 0) acknowledged.add(Long.parseLong(line.substring(SAID.length())));
                    line.setLength(0);
                }
            }
        } catch (IOException killed) {
            return;
        }
    }

    private void awaitMore() {
        var before = acknowledged.size();
        await().atMost(Duration.ofSeconds(40)).until(() -> acknowledged.size() > before + 60);
    }

    private ProcessHandle postgres() throws IOException {
        return Postmaster.of(data.resolve("postgres")).orElseThrow().process();
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(data, Path.of("target", "software"));
    }

    private static List<Long> written(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select number from written")) {
            var numbers = new ArrayList<Long>();
            while (row.next()) numbers.add(row.getLong(1));
            return numbers;
        }
    }
}
