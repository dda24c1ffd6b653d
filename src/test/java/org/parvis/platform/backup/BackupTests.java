package org.parvis.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.platform.database.DataFolder;
import org.parvis.platform.settings.Refusal;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.TestPostgres;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

@ParvisTest
class BackupTests {

    @Autowired
    Backup backup;

    @Autowired
    Cast cast;

    @Autowired
    DataSource database;

    @Autowired
    DataFolder folder;

    @Autowired
    Flyway flyway;

    Path archive;

    @BeforeEach
    void somewhereToWriteTo() throws IOException {
        archive = Files.createTempDirectory(Path.of("target"), "backup-").resolve("parvis.zip");
    }

    @Test
    void theNetworkIsTheSameElsewhere() throws Exception {
        cast.nadia();
        cast.person("Zoë \\ Тест\tÖzgür", PersonKind.EMPLOYEE);
        var photo = folder.resolve("files/ab/abcdef");
        Files.createDirectories(photo.getParent());
        Files.writeString(photo, "a photo");
        backup.write(archive);

        var elsewhere = elsewhere();
        restore(elsewhere);

        assertThat(content(elsewhere)).isEqualTo(content(database));
        assertThat(folder.resolve("files/ab/abcdef")).hasContent("a photo");
        assertThatTheNextPersonGetsAFreeNumber(elsewhere);
        assertThatForeignKeysStand(elsewhere);
    }

    @Test
    void peopleWriteOnMeanwhileAndWhatIsKeptIsOneMoment() throws Exception {
        var ended = new AtomicBoolean();
        var begun = new CountDownLatch(20);
        var writer = Thread.ofVirtual().start(() -> writePairs(ended, begun));
        begun.await();
        backup.write(archive);
        ended.set(true);
        writer.join();

        var elsewhere = elsewhere();
        restore(elsewhere);

        var jdbc = JdbcClient.create(elsewhere);
        var people = count(jdbc, "person where name like 'Pair %'");
        assertThat(people).isGreaterThan(19);
        assertThat(count(jdbc, "person_external_id where source = 'pair'")).isEqualTo(people);
    }

    @Test
    void anExistingNetworkIsNotOverwritten() throws Exception {
        backup.write(archive);
        assertThatThrownBy(() -> new Restore(archive, folder).into(flyway))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("There is a network here already");
        assertThatThrownBy(() -> backup.write(archive)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDamagedOneIsKnownBeforeAnythingIsMadeOfIt() throws Exception {
        backup.write(archive);
        assertThatCode(() -> Archive.refuseUnlessWhole(archive)).doesNotThrowAnyException();

        var bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Archive.refuseUnlessWhole(archive)).isInstanceOf(Refusal.class);

        // A byte of the first entry, stored after its header and name.
        bytes[40 + Archive.ABOUT.length()] ^= 1;
        Files.write(archive, bytes);
        assertThatThrownBy(() -> Archive.refuseUnlessWhole(archive)).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingThatAnArchiveSaysIsCarriedOut() throws Exception {
        backup.write(archive);
        assertThatRestoreRefuses("sequences.sql", "drop table person;");
        assertThatRestoreRefuses("sequences.sql", "select setval('person_id_seq', 1, 't'); drop table person;");
        assertThatRestoreRefuses("partitions.sql", "create table if not exists x as select 1;");
        assertThatRestoreRefuses("columns.properties", "network=id) from program 'id' --");
        assertThatRestoreRefuses("columns.properties", "pg_authid=rolname");
        assertThatRestoreRefuses("files/../../outside", "anything");
        assertThat(folder.path().resolveSibling("outside")).doesNotExist();
    }

    private void assertThatRestoreRefuses(String entry, String content) throws IOException {
        var hostile = archive.resolveSibling("hostile.zip");
        try (var from = new ZipInputStream(Files.newInputStream(archive));
                var to = new ZipOutputStream(Files.newOutputStream(hostile))) {
            for (var next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
                if (next.getName().equals(entry)) continue;
                to.putNextEntry(new ZipEntry(next.getName()));
                from.transferTo(to);
            }
            to.putNextEntry(new ZipEntry(entry));
            to.write(content.getBytes(StandardCharsets.UTF_8));
        }
        var elsewhere = elsewhere();
        assertThatThrownBy(() -> restore(hostile, elsewhere)).isInstanceOf(Refusal.class);
        RestoreMark.remove(folder);
        assertThat(count(JdbcClient.create(elsewhere), "pg_class where relname = 'x'"))
                .isZero();
    }

    private void writePairs(AtomicBoolean ended, CountDownLatch begun) {
        var jdbc = JdbcClient.create(database);
        for (var number = 1; !ended.get(); number++) {
            jdbc.sql("""
                    with someone as (
                        insert into person (name, created_at, updated_at) values (:name, now(), now()) returning id)
                    insert into person_external_id (source, external_id, person_id)
                    select 'pair', :name, id from someone
                    """).param("name", "Pair " + number).update();
            begun.countDown();
        }
    }

    private void restore(DataSource elsewhere) throws IOException, SQLException {
        restore(archive, elsewhere);
    }

    private void restore(Path archive, DataSource elsewhere) throws IOException, SQLException {
        var there = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(elsewhere)
                .load();
        Files.deleteIfExists(folder.resolve("files/ab/abcdef"));
        new Restore(archive, folder).into(there);
        RestoreMark.remove(folder);
        there.migrate();
    }

    private static DataSource elsewhere() {
        var elsewhere = new PGSimpleDataSource();
        elsewhere.setUrl(TestPostgres.emptyDatabase());
        return elsewhere;
    }

    private static Map<String, String> content(DataSource database) throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            var content = new TreeMap<String, String>();
            for (var table : Table.all(connection)) content.put(table.name(), rows(connection, table));
            // The clockwork of jobs goes on under the test.
            content.remove("scheduled_tasks");
            return content;
        }
    }

    private static String rows(Connection connection, Table table) throws SQLException, IOException {
        var rows = new ByteArrayOutputStream();
        var query = "copy (select row(%s)::text from %s order by 1) to stdout".formatted(table.columns(), table.name());
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query, rows);
        return rows.toString(StandardCharsets.UTF_8);
    }

    private static void assertThatTheNextPersonGetsAFreeNumber(DataSource elsewhere) {
        var jdbc = JdbcClient.create(elsewhere);
        var last = jdbc.sql("select max(id) from person").query(Long.class).single();
        var next = jdbc.sql("""
                insert into person (name, created_at, updated_at) values ('Next', now(), now()) returning id
                """).query(Long.class).single();
        assertThat(next).isEqualTo(last + 1);
    }

    private void assertThatForeignKeysStand(DataSource elsewhere) {
        var keys = "pg_constraint where contype = 'f' and convalidated";
        assertThat(count(JdbcClient.create(elsewhere), keys)).isEqualTo(count(JdbcClient.create(database), keys));
    }

    private static long count(JdbcClient jdbc, String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
