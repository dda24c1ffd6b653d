package org.parvis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.SharedData.file;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.people.PersonKind;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ParvisTest
class PeopleImportTests {

    @Autowired
    PeopleImport imports;

    @Autowired
    ImportRuns runs;

    @Autowired
    RemarkTable table;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private String source = "";

    @BeforeEach
    void aSourceOfItsOwn() {
        source = "test " + System.nanoTime();
    }

    @Test
    void bringsTheBritishPostsInOnce() {
        var posts = PeopleImport.Order.of(file("people/uk-government-2013.csv")).from(source);
        var first = imports.run(posts, (done, of) -> {});
        var journal = journal();
        var stamps = stamps();
        var second = imports.run(posts, (done, of) -> {});

        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.counts()).containsEntry("rows", 5813L).containsEntry("people", 2162L);
        assertThat(first.count("created")).isEqualTo(2162);
        assertThat(second.count("unchanged")).isEqualTo(2162);
        assertThat(second.count("created") + second.count("updated") + second.count("gone"))
                .isZero();
        assertThat(journal()).isEqualTo(journal);
        assertThat(stamps()).isEqualTo(stamps);
        assertThat(count("select count(*) from person where directory = :source and manager_id is not null"))
                .isPositive();
        assertThat(count("""
                with recursive above as (
                    select id, manager_id from person where directory = :source
                     union all
                    select above.id, p.manager_id from above join person p on p.id = above.manager_id
                ) cycle manager_id set circle using path
                select count(*) from above where circle
                """)).isZero();
    }

    @Test
    void bringsPlanetExpressInWithPhotosAndGroups() {
        var report = imports.run(
                PeopleImport.Order.of(file("people/planet-express.ldif")).from(source), (done, of) -> {});

        assertThat(report.count("created")).isEqualTo(7);
        assertThat(report.count("photos")).isEqualTo(5);
        assertThat(count("select count(*) from person where directory = :source and photo is not null"))
                .isEqualTo(5);
        assertThat(count("""
                select count(*) from person where directory = :source and attributes -> 'groups' ? 'ship_crew'
                """.replace("?", "??"))).isEqualTo(3);
    }

    @Test
    void givesAPhotoOnceAndNotAgainToWhoeverTookItAway() throws IOException {
        var crew = order(Files.writeString(
                folder.resolve("crew.ldif"),
                Files.readString(file("people/planet-express.ldif")).replace("@planetexpress.com", "@photo.example")));
        assertThat(imports.run(crew.dry(), (done, of) -> {}).count("photos")).isEqualTo(5);
        imports.run(crew, (done, of) -> {});
        jdbc.sql("update person set photo = null where directory = :source and name = 'Fry'")
                .param("source", source)
                .update();

        assertThat(imports.run(crew, (done, of) -> {}).count("photos")).isZero();
        assertThat(count("select count(*) from person where directory = :source and photo is not null"))
                .isEqualTo(4);
    }

    @Test
    void saysOfADryRunWhatTheRunThenDoes() {
        var people =
                people("id;email;name;manager", "1;ana@valmont.example;Ana Ruiz;", "2;leo@valmont.example;Léo Petit;1");
        var dry = imports.run(order(people).dry(), (done, of) -> {});
        assertThat(count("select count(*) from person_external_id where source = :source"))
                .isZero();
        assertThat(count("select count(*) from import_run where source = :source"))
                .isZero();
        var real = imports.run(order(people), (done, of) -> {});

        assertThat(dry.counts()).isEqualTo(real.counts());
        assertThat(dry.remarks()).isEqualTo(real.remarks());
    }

    @Test
    void followsAReorganisationAndNothingElse() {
        imports.run(
                order(people(
                        "id;email;name;department;manager",
                        "1;ada@r.example;Ada Roy;Board;",
                        "2;ben@r.example;Ben Sol;Pumps;1",
                        "3;cem@r.example;Cem Tan;Pumps;2")),
                (done, of) -> {});
        jdbc.sql("update person set about = 'My own words' where email = 'cem@r.example'")
                .update();
        var journal = journal();
        var report = imports.run(
                order(people(
                        "id;email;name;department;manager",
                        "1;ada@r.example;Ada Roy;Board;",
                        "2;ben@r.example;Ben Sol;Pumps;1",
                        "3;cem@r.example;Cem Tan;Valves;1")),
                (done, of) -> {});

        assertThat(report.count("updated")).isOne();
        assertThat(report.count("unchanged")).isEqualTo(2);
        assertThat(journal()).isEqualTo(journal + 1);
        assertThat(
                        count(
                                "select count(*) from journal where not quiet and inserted_at > now() - interval '1 minute' and object_kind = 'import'"))
                .isZero();
        assertThat(text("select department from person where email = 'cem@r.example'"))
                .isEqualTo("Valves");
        assertThat(text("select about from person where email = 'cem@r.example'"))
                .isEqualTo("My own words");
        assertThat(text("""
                select m.name from person p join person m on m.id = p.manager_id where p.email = 'cem@r.example'
                """)).isEqualTo("Ada Roy");
    }

    @Test
    void tellsTheOldAddressThatAnotherOneOpensTheAccount() {
        imports.run(
                order(people("id;email;name", "1;ida@old.example;Ida Moved", "2;jan@old.example;Jan New")),
                (done, of) -> {});
        jdbc.sql("update person set state = 'active' where email = 'ida@old.example'")
                .update();
        for (var times = 0; times < 2; times++) {
            imports.run(
                    order(people("id;email;name", "1;ida@new.example;Ida Moved", "2;jan@new.example;Jan New")),
                    (done, of) -> {});
        }

        assertThat(text("""
                select m.recipient || ' ' || position('ida@new.example' in m.body) from outgoing_mail m
                 where m.kind = 'address-changed' and m.created_at > now() - interval '1 minute'
                """)).startsWith("ida@old.example ").doesNotEndWith(" 0");
        assertThat(text("""
                select p.name from audit a join person p on p.id = a.subject_id where a.action = 'address changed'
                """)).isEqualTo("Ida Moved");
    }

    @Test
    void claimsWhoCameWithPastConversations() {
        var fanny = cast.person("Fanny Ancienne", PersonKind.FORMER);
        var report = imports.run(
                order(people("id;email;name", "9;FANNY.ancienne@example.org;Fanny Neuve")), (done, of) -> {});

        assertThat(report.count("claimed")).isOne();
        assertThat(text("select kind || ' ' || state || ' ' || name from person where id = " + fanny.id()))
                .isEqualTo("employee not_invited Fanny Neuve");
    }

    @Test
    void matchesNobodyByASharedAddress() {
        var office = cast.person("Olga Bureau", PersonKind.FORMER);
        var report = imports.run(
                order(people(
                        "id;email;name", "1;olga.bureau@example.org;Un Tel", "2;olga.bureau@example.org;Une Telle")),
                (done, of) -> {});

        assertThat(report.count("created")).isEqualTo(2);
        assertThat(text("select kind from person where id = " + office.id())).isEqualTo("former");
        assertThat(count("select count(*) from person where directory = :source and email is not null"))
                .isZero();
    }

    @Test
    void deactivatesWhoIsGoneAndWakesThemWhenTheyComeBack() {
        var all = people("id;email;name", "1;un@g.example;Un Gone", "2;deux@g.example;Deux Gone");
        imports.run(order(all), (done, of) -> {});
        jdbc.sql(
                        "insert into network_role (person_id, role, granted_at) select id, 'administrator', now() from person where email = 'un@g.example'")
                .update();
        imports.run(order(people("id;email;name", "3;trois@g.example;Trois Gone")), (done, of) -> {});
        assertThat(text("select state from person where email = 'deux@g.example'"))
                .isEqualTo("deactivated");
        assertThat(text("select state from person where email = 'un@g.example'"))
                .isEqualTo("not_invited");

        imports.run(order(all), (done, of) -> {});
        assertThat(text("select state from person where email = 'deux@g.example'"))
                .isEqualTo("not_invited");
    }

    @Test
    void deactivatesNobodyForALineThatCannotBeRead() {
        imports.run(
                order(people(
                        "id;email;name",
                        "1;un@u.example;Un Read",
                        "2;deux@u.example;Deux Read",
                        "3;trois@u.example;Trois Gone")),
                (done, of) -> {});
        var report = imports.run(
                order(people("id;email;name", "\"1;un@u.example;Un Read", "deux@u.example;Deux Read")),
                (done, of) -> {});

        assertThat(report.counts())
                .containsEntry("rows", 2L)
                .containsEntry("people", 0L)
                .containsEntry("unread", 2L)
                .containsEntry("gone", 1L);
        assertThat(text("select name from person where email like '%@u.example' and state = 'deactivated'"))
                .isEqualTo("Trois Gone");
    }

    @Test
    void leavesAloneWhomAnAdministratorDeactivated() {
        var all = people("id;email;name", "1;keep@d.example;Kept Away");
        imports.run(order(all), (done, of) -> {});
        jdbc.sql("update person set state = 'deactivated' where email = 'keep@d.example'")
                .update();
        imports.run(order(all), (done, of) -> {});

        assertThat(text("select state from person where email = 'keep@d.example'"))
                .isEqualTo("deactivated");
    }

    @Test
    void stopsBeforeItDeactivatesMoreThanIsBelievable() {
        imports.run(order(many(100)), (done, of) -> {});
        var stopped = imports.run(order(many(80)), (done, of) -> {});
        assertThat(stopped.state().exitCode()).isEqualTo(3);
        assertThat(stopped.arguments()).containsExactly("20", "100");
        assertThat(stopped.remarks())
                .hasSize(20)
                .contains(Remark.aboutFile(DirectoryCensus.GONE, "Person 81", "81", ""));
        assertThat(count("select count(*) from person where directory = :source and state = 'deactivated'"))
                .isZero();

        assertThat(imports.run(order(many(80)).forced(), (done, of) -> {}).count("gone"))
                .isEqualTo(20);
    }

    @Test
    void takesOverFromAnImportThatDied() {
        var dead = count("""
                insert into import_run (kind, source, file_name, started_at, touched_at, state)
                values ('people', :source, 'dead.csv', now(), now() - interval '1 minute', 'running') returning id
                """);
        var report = imports.run(order(people("id;name", "1;Ada Roy")), (done, of) -> {});

        assertThat(report.state()).isEqualTo(ImportState.DONE);
        assertThat(runs.find(new ImportRunId(dead)).state()).isEqualTo(ImportState.FAILED);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        var report = imports.run(
                PeopleImport.Order.of(file("people/annuaire-fr-units.csv")).from(source), (done, of) -> {});

        assertThat(report.state().exitCode()).isEqualTo(2);
        assertThat(report.problem()).isEqualTo("imports.file.no-people");
    }

    @Test
    void keepsTheReportForASpreadsheetThatRunsNothing() {
        imports.run(
                order(people("id;email;name;manager", "1;a@s.example;Sheet One;=cmd|' /C calc'!A0")), (done, of) -> {});
        var run = new ImportRunId(count("select max(id) from import_run where source = :source"));
        var csv = new StringBuilder();
        table.write(run, Locale.FRENCH, csv);

        assertThat(csv).contains("\"Ligne\";\"Remarque\"").contains("\"2\";");
        var english = new StringBuilder();
        table.write(run, Locale.ENGLISH, english);
        assertThat(english).contains("\"Line\",\"Remark\"").contains("\"2\",");
        assertThat(RemarkTable.cell("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(RemarkTable.cell("\t@x")).startsWith("\"'");
        assertThat(runs.find(run).counts()).isEqualTo(Map.copyOf(runs.find(run).counts()));
    }

    private PeopleImport.Order order(Path file) {
        return PeopleImport.Order.of(file).from(source);
    }

    private Path many(int people) {
        return people(IntStream.rangeClosed(0, people)
                .mapToObj(n -> n == 0
                        ? "id;email;name"
                        : n + ";" + source.replace(' ', '.') + "." + n + "@many.example;Person " + n)
                .toArray(String[]::new));
    }

    private Path people(String... lines) {
        try {
            return Files.writeString(folder.resolve("people-" + System.nanoTime() + ".csv"), String.join("\n", lines));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    private long journal() {
        return count("select count(*) from journal where :source <> ''");
    }

    private String stamps() {
        return jdbc
                .sql("select id || ' ' || xmin from person where directory = :source order by id")
                .param("source", source)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("source", source).query(Long.class).single();
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
