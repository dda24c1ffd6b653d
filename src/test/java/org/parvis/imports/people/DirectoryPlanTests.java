package org.parvis.imports.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parvis.testing.SharedData.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class DirectoryPlanTests {

    @TempDir
    Path folder;

    @Test
    void understandsAFrenchHeaderInWindowsCharacters() {
        var plan = planOf("""
                Matricule;Nom;PRÉNOM;Courriel;Intitulé de poste;Direction;Société;Pays;Langue;Date d'entrée;Population;Responsable;Échelon
                17;Lefèvre;Zoé;zoe@usine.example;Ajusteuse;Atelier n° 2;Forges;Côte d’Ivoire;Français;03/02/2019;Terrain;18;B4
                18;Nuñez;Inès;ines@usine.example;"Cheffe; d’atelier";Atelier n° 2;Forges;FRA;fr-FR;3.2.2001;bureau;;
                """, Charset.forName("windows-1252"));

        assertThat(plan.remarks()).isEmpty();
        assertThat(plan.people())
                .extracting(person -> person.entry().name())
                .containsExactly("Zoé Lefèvre", "Inès Nuñez");
        var zoe = plan.people().getFirst();
        assertThat(zoe.managerKey()).isEqualTo("18");
        assertThat(zoe.entry().occupation())
                .isEqualTo(new Occupation(
                        "Ajusteuse",
                        "Atelier n° 2",
                        "Forges",
                        null,
                        null,
                        "CI",
                        null,
                        LocalDate.of(2019, 2, 3),
                        Population.FIELD));
        assertThat(zoe.entry().language()).isEqualTo("fr");
        assertThat(zoe.entry().attributes()).containsExactly(Map.entry("Échelon", "B4"));
        assertThat(plan.people().getLast().entry().occupation().jobTitle()).isEqualTo("Cheffe; d’atelier");
    }

    @Test
    void seesThroughMarksTabsAndSpreadsheetHabits() {
        var plan =
                planOf("\uFEFFsep=\t\r\nEmployee ID\tFull name\tTime zone\r\n1\tAnna\tRomance Standard Time\t\t\r\n");

        assertThat(plan.remarks()).isEmpty();
        assertThat(plan.people().getFirst().entry().timeZone()).isEqualTo("Europe/Paris");
    }

    @Test
    void readsUtf16AsSpreadsheetsWriteIt() {
        var plan = planOf("\uFEFFid|name\n1|Zoé", StandardCharsets.UTF_16LE);

        assertThat(plan.people()).extracting(person -> person.entry().name()).containsExactly("Zoé");
    }

    @Test
    void losesABadLineAndNothingElse() {
        var plan = planOf("""
                id,name,start date,e-mail,country
                1,Anna,31/02/2020,anna@,Atlantis
                2,"Ben,2020-01-01,ben@a.example,FR
                3,"Chloé",2020-01-01,chloe@a.example,FR
                4,Dan,2020-01-01
                5,"Eve
                and her house",2020-01-01,eve@a.example,FR
                6,F\0rank,,,
                7,"Gi"na,,,
                8,Hugo 5" pipe,,,
                """);

        assertThat(plan.people()).extracting(PlannedPerson::key).containsExactly("1", "3", "5", "6", "8");
        assertThat(plan.people().get(2).entry().name()).isEqualTo("Eve and her house");
        assertThat(plan.people().get(3).entry().name()).isEqualTo("Frank");
        assertThat(plan.unread()).isEqualTo(3);
        assertThat(plan.remarks())
                .extracting(Remark::line, Remark::code)
                .containsExactlyInAnyOrder(
                        tuple(2L, "imports.line.bad-date"),
                        tuple(2L, "imports.line.bad-country"),
                        tuple(2L, "imports.line.bad-address"),
                        tuple(3L, "imports.line.bad-quotes"),
                        tuple(5L, "imports.line.columns"),
                        tuple(8L, "imports.line.nul"),
                        tuple(9L, "imports.line.bad-quotes"));
    }

    @Test
    void cutsWhatIsTooLong() {
        var plan = planOf("id,name,title\n1,%s,%s\n".formatted("a".repeat(201), "b".repeat(301)));

        var entry = plan.people().getFirst().entry();
        assertThat(entry.name()).hasSize(200);
        assertThat(entry.occupation().jobTitle()).hasSize(300);
        assertThat(codes(plan)).containsExactly("imports.line.cut", "imports.line.cut");
    }

    @Test
    void keepsFurtherColumnsButNoSecretsAndNotWithoutEnd() {
        var more = ",more".repeat(60);
        var plan = planOf(
                "id,name,badge,badge,Mot de passe%s\n1,Anna,red,blue,s3cret%s\n".formatted(more, ",x".repeat(60)));

        assertThat(plan.people().getFirst().entry().attributes())
                .hasSize(50)
                .containsEntry("badge", "red")
                .containsEntry("badge (2)", "blue")
                .doesNotContainValue("s3cret");
        assertThat(codes(plan))
                .contains("imports.file.secret-column")
                .filteredOn("imports.file.too-many-columns"::equals)
                .hasSize(12);
    }

    @Test
    void givesUpALineThatNobodyCanHaveMeant() {
        var plan = planOf("id,name\n1,%s\n2,Ben\n".formatted("a".repeat(Lines.LONGEST)));

        assertThat(plan.people()).extracting(PlannedPerson::key).containsExactly("2");
        assertThat(codes(plan)).containsExactly("imports.line.overlong");
    }

    @Test
    void skipsPostsWithoutPeopleInBothLanguages() {
        var plan = planOf("""
                id,name
                1,Poste vacant
                2,À pourvoir (printemps)
                3,""" + "\"'Eliminated'\"" + """

                4,TBC
                5,To be appointed
                6,N/D
                7,---
                8,Supprimé
                9,Vacantini Paola
                """);

        assertThat(plan.people()).extracting(PlannedPerson::key).containsExactly("9");
        assertThat(plan.skipped())
                .containsEntry(NoPerson.VACANT, 4)
                .containsEntry(NoPerson.ELIMINATED, 2)
                .containsEntry(NoPerson.NOT_DISCLOSED, 1)
                .containsEntry(NoPerson.NO_NAME, 1);
    }

    @Test
    void letsPeopleReportToTheNearestNamedPost() {
        var plan = planOf("""
                id,name,manager
                1,Anna,
                2,vacant,1
                3,vacant,2
                4,Ben,3
                """);

        assertThat(plan.people()).extracting(PlannedPerson::managerKey).containsExactly(null, "1");
    }

    @Test
    void breaksACircleAtTheSameTopWhateverTheOrder() {
        var header = "id,name,manager\n";
        var rows = List.of("a,Anna,b\n", "b,Ben,v\n", "v,vacant,c\n", "c,Chloé,a\n", "d,Dan,b\n");

        for (var plan :
                List.of(planOf(header + String.join("", rows)), planOf(header + String.join("", rows.reversed())))) {
            assertThat(plan.people())
                    .filteredOn(person -> person.managerKey() == null)
                    .extracting(PlannedPerson::key)
                    .containsExactly("a");
            assertThat(codes(plan)).containsOnlyOnce("imports.line.circle-broken");
        }
    }

    @Test
    void findsManagersByTheirAddress() {
        var plan = planOf("id,name,e-mail,manager\n1,Anna,Anna@a.example,\n2,Ben,ben@a.example,ANNA@a.example\n");

        assertThat(plan.people().getLast().managerKey()).isEqualTo("1");
    }

    @Test
    void prefersTheCompleteRowOfADoubledId() {
        var plan = planOf("id,name\n1,vacant\n1,Anna\n1,Ben\n");

        assertThat(plan.people()).extracting(person -> person.entry().name()).containsExactly("Anna");
        assertThat(plan.remarks().getLast()).isEqualTo(Remark.at(4, "imports.line.duplicate", "1", "3"));
    }

    @Test
    void fetchesNothingThatAnLdifFileNames() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "s3cret");
        var plan = planOf("""
                dn: cn=Anna,dc=example
                objectClass: inetOrgPerson
                cn: Anna
                sn: Anna
                description:
                 :< %s

                dn: cn=Anna2,dc=example
                objectClass: inetOrgPerson
                cn: Anna
                sn: Anna
                description:< %s

                dn: cn=Ben,dc=example
                objectClass: inetOrgPerson
                cn: Ben
                sn: Ben
                """.formatted(secret.toUri(), secret.toUri()));

        assertThat(plan.toString()).doesNotContain("s3cret");
        assertThat(plan.people())
                .extracting(person -> person.entry().name())
                .contains("Ben")
                .hasSizeLessThan(3);
        assertThat(codes(plan)).contains("imports.line.outside-value");
    }

    @Test
    void readsAPhotoOnOneUnfoldedLine() throws IOException {
        var photo = new byte[400_000];
        var file = Files.writeString(
                folder.resolve("one.ldif"),
                "dn: uid=a,dc=x\nobjectClass: person\nuid: a\ncn: Anna\nsn: A\njpegPhoto:: "
                        + Base64.getEncoder().encodeToString(photo) + "\n");
        var photos = new HashMap<Long, byte[]>();

        DirectoryFile.open(file).photos(photos::put);

        assertThat(photos).containsOnlyKeys(1L);
        assertThat(photos.get(1L)).hasSize(photo.length);
    }

    @Test
    void takesFormulasAsInertText() throws IOException {
        var formulas = Files.readString(file("attacks/files/csv-formula.csv")).replace("name,title", "name,id");

        assertThat(planOf(formulas).people())
                .extracting(person -> person.entry().name())
                .containsExactly("=cmd|' /C calc'!A0", "@SUM(1+1)");
    }

    @Test
    void refusesWhatIsNoDirectory() {
        assertRefused("attacks/files/csv-formula.csv", "imports.file.no-key");
        assertRefused("attacks/files/zip-bomb-200MB.zip", "imports.file.not-text");
        assertRefused("attacks/files/png-ok-64x64.png", "imports.file.not-text");
        assertRefused("attacks/files/gif-5000-frames.gif", "imports.file.not-text");
        assertRefused("attacks/files/svg-xxe.svg", "imports.file.no-people");
        assertRefused("attacks/files/html-named.png", "imports.file.no-people");
        assertRefused("attacks/xss.txt", "imports.file.no-people");
        assertThatThrownBy(() -> planOf("")).hasMessageContaining("imports.file.empty");
    }

    private static void assertRefused(String name, String code) {
        assertThatThrownBy(() -> DirectoryFile.open(file(name)).contents())
                .as(name)
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<String> codes(DirectoryPlan plan) {
        return plan.remarks().stream().map(Remark::code).toList();
    }

    private DirectoryPlan planOf(String text) {
        return planOf(text, StandardCharsets.UTF_8);
    }

    private DirectoryPlan planOf(String text, Charset charset) {
        try {
            var file = Files.createTempFile(folder, "directory", "");
            Files.write(file, text.getBytes(charset));
            return DirectoryPlan.of(DirectoryFile.open(file).contents());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
