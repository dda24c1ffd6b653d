package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

class LoadingServerTests {

    static final Path SOFTWARE = Path.of("target/software");

    Path data;

    @BeforeEach
    void aFolder() throws IOException {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "loading-");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void leavesAFolderFromWhichTheProductServesAsItAlwaysDoes() throws IOException, SQLException {
        try (var server = LoadingServer.on(data, SOFTWARE)) {
            assertThat(answer(server.url(), server.user(), server.password(), "show fsync"))
                    .isEqualTo("off");
            answer(server.url(), server.user(), server.password(), "create table kept as select 42 as answer");
        }
        try (var postgres = EmbeddedPostgres.open(data, SOFTWARE)) {
            assertThat(answer(postgres.url(), postgres.user(), postgres.password(), "select answer from kept"))
                    .isEqualTo("42");
            assertThat(answer(postgres.url(), postgres.user(), postgres.password(), "show fsync"))
                    .isEqualTo("on");
            assertThat(answer(postgres.url(), postgres.user(), postgres.password(), "show wal_level"))
                    .isEqualTo("replica");
        }
    }

    @Test
    void leavesAFolderAloneFromWhichSomebodyServes() throws IOException {
        try (var serving = Folders.at(data, true)) {
            assertThat(serving.path()).isEqualTo(data);
            assertThatThrownBy(() -> LoadingServer.on(data, SOFTWARE)).isInstanceOf(Refusal.class);
        }
    }

    private static String answer(String url, String user, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return "";
            try (var row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
