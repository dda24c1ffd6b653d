package org.parvis.platform.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.parvis.testing.Settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

class EmbeddedPostgresTests {

    Path data;

    @BeforeEach
    void anEmptyFolder() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void acknowledgesOnlyWhatIsOnTheDiskAndAnswersOnlyItsOwnSecret() throws SQLException, IOException {
        try (var postgres = open()) {
            assertThatWhatIsAcknowledgedIsOnTheDisk(postgres);
            assertThatNamesAreComparedInEveryScript(postgres);
            assertThatOnlyTheSecretOpens(postgres);
        }
    }

    @Test
    void aPidFileLeftBehindDoesNotBlockTheStart() throws SQLException, IOException {
        try (var postgres = open()) {
            run(postgres, "create table kept as select 42 as answer");
        }
        var somebodyElse = ProcessHandle.current().pid();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"), """
                %d
                %s
                1795404263
                54329

                127.0.0.1
                  2154555         4
                ready
                """.formatted(somebodyElse, data.resolve("postgres")));

        try (var postgres = open()) {
            assertThat(answer(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void anInterruptedFoundingBeginsAnew() throws SQLException, IOException {
        var unfinished = Files.createDirectory(data.resolve("postgres.unfinished"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "18");
        try (var postgres = open()) {
            assertThat(answer(postgres, "select 1")).isEqualTo("1");
            assertThat(unfinished).doesNotExist();
        }
    }

    @Test
    void aNetworkWhoseSecretIsLostIsNeverFoundedAgain() throws SQLException, IOException {
        try (var postgres = open()) {
            run(postgres, "create table kept as select 42 as answer");
        }
        var secret = data.resolve("database.properties");
        var aside = Files.move(secret, data.resolve("aside"), ATOMIC_MOVE);
        assertThatThrownBy(this::open)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("database.properties is missing");

        Files.move(aside, secret, ATOMIC_MOVE);
        try (var postgres = open()) {
            assertThat(answer(postgres, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void startsAgainWhenItIsKilledUnderUs() throws IOException {
        try (var postgres = open()) {
            var killed = Postmaster.of(data.resolve("postgres")).orElseThrow().process();
            killed.destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
                assertThat(killed.isAlive()).isFalse();
                assertThat(answer(postgres, "select 1")).isEqualTo("1");
            });
        }
        assertThat(Postmaster.of(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void triesUntilItStartsAgainAndIsFoundOnAnotherPort() throws IOException, SQLException {
        var version = data.resolve("postgres/PG_VERSION");
        var aside = data.resolve("aside");
        try (var postgres = open();
                var pool = new DatabaseConfiguration().dataSource(Optional.of(postgres), settings())) {
            pool.getConnection().close();
            Files.move(version, aside, ATOMIC_MOVE);
            var before = Postmaster.of(data.resolve("postgres")).orElseThrow();
            before.process().destroyForcibly();
            before.awaitEnd(Duration.ofSeconds(20));

            try (var _ = new ServerSocket(before.port(), 1, InetAddress.getLoopbackAddress())) {
                // It has tried, in vain, on a port that was free.
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Credentials.readFrom(data.resolve("database.properties"))
                                        .port()
                                != before.port());
                Files.move(aside, version, ATOMIC_MOVE);
                await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
                    try (var connection = pool.getConnection()) {
                        assertThat(connection.isValid(5)).isTrue();
                    }
                });
            }
        }
    }

    private ParvisSettings settings() {
        return Settings.of(Map.of("parvis.data", data.toString()));
    }

    private static void assertThatWhatIsAcknowledgedIsOnTheDisk(EmbeddedPostgres postgres) throws SQLException {
        assertThat(answer(postgres, "show fsync")).isEqualTo("on");
        assertThat(answer(postgres, "show synchronous_commit")).isEqualTo("on");
        assertThat(answer(postgres, "show full_page_writes")).isEqualTo("on");
        assertThat(answer(postgres, "show data_checksums")).isEqualTo("on");
    }

    private static void assertThatNamesAreComparedInEveryScript(EmbeddedPostgres postgres) throws SQLException {
        run(postgres, "create extension pg_trgm; create extension unaccent; create extension btree_gin");
        assertThat(answer(postgres, "select lower('ÉLÉONORE Ольга')")).isEqualTo("éléonore ольга");
        assertThat(answer(postgres, "select cardinality(show_trgm('Ольга'))")).isEqualTo("6");
        assertThat(answer(postgres, "select unaccent('Éléonore Sørensen')")).isEqualTo("Eleonore Sorensen");
    }

    private void assertThatOnlyTheSecretOpens(EmbeddedPostgres postgres) throws SQLException, IOException {
        assertThat(answer(postgres, "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThat(Files.getPosixFilePermissions(data.resolve("database.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "parvis", "guessed"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", postgres.password()))
                .hasMessageContaining("no pg_hba.conf entry");
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(data, Path.of("target", "software"));
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
