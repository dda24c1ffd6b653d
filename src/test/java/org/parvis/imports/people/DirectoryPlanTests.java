package org.parvis.imports.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parvis.testing.SharedData.file;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Employee ID;Legal Name;Preferred Name;Primary Work Email;Business Title;Supervisory Organization;Company;Location;Location Address - Country;Primary Work Phone;Preferred Locale;Hire Date;Manager - Employee ID;Worker Type",
                "USERID;FIRSTNAME;LASTNAME;EMAIL;TITLE;DEPARTMENT;DIVISION;LOCATION;COUNTRY;BIZ_PHONE;DEFAULT_LOCALE;HIREDATE;MANAGER;JOBCODE",
                "EmployeeID;DisplayName;GivenName;Surname;EmailAddress;Title;Department;Company;Office;Country;OfficePhone;preferredLanguage;StartDate;Manager;Enabled",
                "objectId;displayName;givenName;surname;mail;jobTitle;department;companyName;physicalDeliveryOfficeName;usageLocation;telephoneNumber;preferredLanguage;hireDate;manager;accountEnabled",
                "N° matricule;NOM;Prénom;Nom de naissance;E-mail professionnel;Libellé emploi;Libellé service;Libellé société;Libellé établissement;Code pays;Tél. professionnel;Langue;Date d'entrée société;Matricule N+1;Statut",
                "Employee #;Last name;First name;Work Email;Job Title;Department;Company;Location;Country;Work Phone;Language;Hire Date;Reporting to;Employment Status",
                "matricule salarié;nom et prénom;courriel professionnel;intitulé de l'emploi;service d'affectation;raison sociale;site de rattachement;pays de travail;ligne directe;langue préférée;date d'embauche;responsable hiérarchique"
            })
    void knowsTheHeadersOfTheSystemsThatWriteThem(String header) {
        var known = new Header(List.of(header.split(";")));

        assertThat(known.namesPeople()).isTrue();
        for (var column : List.of(
                Column.ID,
                Column.EMAIL,
                Column.JOB_TITLE,
                Column.DEPARTMENT,
                Column.COUNTRY,
                Column.PHONE,
                Column.LANGUAGE,
                Column.START_DATE,
                Column.MANAGER)) {
            assertThat(known.label(column)).as("%s in %s", column, header).isNotEmpty();
        }
    }

    @Test
    void readsWhatPowerShellWritesOfActiveDirectory() {
        var plan = planOf("""
                #TYPE Microsoft.ActiveDirectory.Management.ADUser
                "DistinguishedName","EmployeeID","Name","mail","UserPrincipalName","Manager","Enabled"
                "CN=Roy\\, Ada,OU=Users,DC=usine,DC=example","1","Ada Roy","ada@usine.example","roy@usine.example","","True"
                "CN=Ben Sol,OU=Users,DC=usine,DC=example","2","Ben Sol","","ben@usine.example","cn=roy\\, ada, ou=users, dc=usine, dc=example","True"
                "CN=Cem Tan,OU=Users,DC=usine,DC=example","3","Cem Tan","cem@usine.example","","","False"
                """);

        assertThat(plan.people())
                .extracting(PlannedPerson::key, PlannedPerson::personalAddress, PlannedPerson::managerKey)
                .containsExactly(tuple("1", "ada@usine.example", null), tuple("2", "ben@usine.example", "1"));
        assertThat(plan.skipped()).isEqualTo(Map.of(NoPerson.LEFT, 1));
        assertThat(codes(plan)).containsExactly("imports.line.no-person.left");
    }

    @Test
    void passesOverASecondLineOfHeadings() {
        var plan = planOf("""
                STATUS,USERID,FIRSTNAME,LASTNAME,EMAIL
                Status,User ID,First Name,Last Name,Email
                Cadre,7,Ada,Roy,ada@usine.example
                """);

        assertThat(plan.people()).extracting(PlannedPerson::key).containsExactly("7");
        assertThat(plan.people().getFirst().entry().attributes()).containsEntry("STATUS", "Cadre");
        assertThat(codes(plan)).containsExactly("imports.line.second-header");
    }

    @ParameterizedTest
    @CsvSource({
        "3/2/2019, 2019-02-03",
        "03/02/2019 00:00, 2019-02-03",
        "3.2.2019, 2019-02-03",
        "03-02-2019, 2019-02-03",
        "2019-02-03T08:00:00Z, 2019-02-03",
        "2019/2/3, 2019-02-03",
        "20190203, 2019-02-03",
        "20190203000000.0Z, 2019-02-03",
        "03-Feb-2019, 2019-02-03",
        "3 févr. 2019, 2019-02-03",
        "1er août 2019, 2019-08-01",
        "'February 3, 2019', 2019-02-03",
        "30 juin 2019, 2019-06-30",
        "30/02/2019, ",
        "03/02/19, ",
        "soon, "
    })
    void readsDatesAsTheyAreWritten(String written, @Nullable LocalDate date) {
        assertThat(Dates.DAY_FIRST.date(written)).isEqualTo(date);
    }

    @Test
    void readsAnAmericanFileTheAmericanWay() {
        var plan = planOf("""
                id,name,hire date,birthday
                1,Anna,3/4/2019,1/1/2000
                2,Ben,12/31/2020,2/2/2000
                """);

        assertThat(plan.remarks()).isEmpty();
        assertThat(plan.people())
                .extracting(person -> person.entry().occupation().startDate())
                .containsExactly(LocalDate.of(2019, 3, 4), LocalDate.of(2020, 12, 31));
    }

    @Test
    void saysWhyAnAddressGivesNoAccount() {
        var plan = planOf("id,name,mail\n1,Anna,office@a.example\n2,Ben,Office@a.example\n3,vacant,office@a.example\n");

        assertThat(plan.sharedAddresses()).isEqualTo(2);
        assertThat(plan.remarks())
                .contains(
                        Remark.at(2, "imports.line.shared-address", "office@a.example"),
                        Remark.at(3, "imports.line.shared-address", "office@a.example"))
                .hasSize(3);
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
    void readsWhatDirectoryServersWriteAround() {
        var plan = planOf("""
                # extended LDIF
                version: 1
                dn: CN=Ada Roy,OU=Users,DC=usine,DC=example
                changetype: add
                objectClass: user
                cn: Ada Roy
                sn: Roy
                sAMAccountName: roy
                preferredLanguage: fr, en-gb;q=0.8
                userAccountControl: 512

                dn:: Q049QmVuLE9VPVVzZXJzLERDPXVzaW5lLERDPWV4YW1wbGU=
                changetype: add
                objectClass: user
                cn:: QsOpbg==
                sn: Sol
                sAMAccountName: ben
                title: Chargé de très longs
                  travaux
                manager: cn=ada roy, ou=users, dc=usine, dc=example
                userAccountControl: 66048

                dn: CN=Cem,OU=Users,DC=usine,DC=example
                objectClass: user
                cn: Cem
                sn: Tan
                sAMAccountName: cem
                userAccountControl: 514

                # search result
                search: 2
                result: 0 Success
                """);

        assertThat(plan.people())
                .extracting(person -> person.entry().name(), PlannedPerson::managerKey)
                .containsExactly(tuple("Ada Roy", null), tuple("Bén", "roy"));
        assertThat(plan.people().getFirst().entry().language()).isEqualTo("fr");
        assertThat(plan.people().getLast().entry().occupation().jobTitle()).isEqualTo("Chargé de très longs travaux");
        assertThat(plan.unread()).isZero();
        assertThat(codes(plan)).containsExactly("imports.line.no-person.left");
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

    @Test
    void refusesWhatMemoryDoesNotHold() throws IOException {
        var rows = Files.writeString(folder.resolve("rows.csv"), "id,name\n" + "1,Anna\n".repeat(2000));
        var rubbish = Files.writeString(folder.resolve("rubbish.csv"), "id,name\n" + "1,2,3\n".repeat(2000));

        for (var file : List.of(rows, rubbish)) {
            assertThatThrownBy(() -> DirectoryFile.open(file).contents(100_000))
                    .hasMessageContaining("imports.file.too-much");
            assertThat(DirectoryFile.open(file).contents(10_000_000)).isNotNull();
        }
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
