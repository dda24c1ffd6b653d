package org.parvis.imports.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parvis.testing.SharedData.file;

import org.junit.jupiter.api.Test;
import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;

class RealDirectoriesTests {

    static final DirectoryPlan BRITISH_POSTS = plan("people/uk-government-2013.csv");
    static final DirectoryPlan PLANET_EXPRESS = plan("people/planet-express.ldif");

    @Test
    void countsWhatTheBritishFileHolds() {
        assertThat(BRITISH_POSTS.figures()).isEqualTo(new FileFigures(5813, 2241, 40, 45, 229, 12, 49, 4915, 953));
    }

    @Test
    void findsAPlaceForEveryRow() {
        int skipped = BRITISH_POSTS.skipped().values().stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(BRITISH_POSTS.people().size() + skipped + BRITISH_POSTS.duplicates())
                .isEqualTo(5813);
        assertThat(BRITISH_POSTS.people()).hasSize(2162);
        assertThat(BRITISH_POSTS.duplicates()).isEqualTo(12);
        assertThat(BRITISH_POSTS.skipped())
                .containsEntry(NoPerson.NO_NAME, 3572)
                .containsEntry(NoPerson.VACANT, 9)
                .containsEntry(NoPerson.ELIMINATED, 33)
                .containsEntry(NoPerson.NOT_DISCLOSED, 25);
    }

    @Test
    void reportsEveryRowThatWasNotTakenAsItStood() {
        assertThat(remarks(BRITISH_POSTS, "imports.line.missing-manager")).isEqualTo(229);
        assertThat(remarks(BRITISH_POSTS, "imports.line.self-report")).isEqualTo(12);
        assertThat(remarks(BRITISH_POSTS, "imports.line.duplicate")).isEqualTo(12);
        assertThat(BRITISH_POSTS.remarks().stream().filter(r -> r.code().startsWith("imports.line.no-person")))
                .hasSize(5813 - 2162 - 12);
    }

    @Test
    void leavesNobodyInACircle() {
        var managers = new HashMap<String, String>();
        BRITISH_POSTS.people().forEach(person -> {
            if (person.managerKey() != null) {
                managers.put(person.key(), person.managerKey());
            }
        });

        managers.keySet().forEach(key -> {
            var passed = new HashSet<String>();
            for (var at = key; at != null; at = managers.get(at)) {
                assertThat(passed.add(at)).as("%s twice above %s", at, key).isTrue();
            }
        });
    }

    @Test
    void givesNoAccountByAnAddressThatSeveralShare() {
        assertThat(BRITISH_POSTS.people())
                .filteredOn(person ->
                        "ContactUs@hmrc.gsi.gov.uk".equals(person.entry().email()))
                .isNotEmpty()
                .allSatisfy(person -> {
                    assertThat(person.contactAddress()).isEqualTo("contactus@hmrc.gsi.gov.uk");
                    assertThat(person.personalAddress()).isNull();
                });
    }

    @Test
    void saysWhoHasNoAccountSinceOthersHaveTheirAddress() {
        assertThat(BRITISH_POSTS.sharedAddresses())
                .isEqualTo((int) remarks(BRITISH_POSTS, "imports.line.shared-address"))
                .isEqualTo((int) BRITISH_POSTS.people().stream()
                        .filter(person -> person.contactAddress() != null && person.personalAddress() == null)
                        .count())
                .isPositive();
    }

    @Test
    void takesTheSurestColumnAndKeepsTheOthersAsAttributes() {
        var una = BRITISH_POSTS.people().getFirst().entry();

        assertThat(una.name()).isEqualTo("Una O'Brien");
        assertThat(una.occupation().jobTitle()).isEqualTo("Permanent Secretary of the Department of Health");
        assertThat(una.occupation().unit()).isEqualTo("DH Permanent Secretary - Private Office");
        assertThat(una.attributes()).containsEntry("grade", "SCS4").containsKeys("source", "post", "function");
    }

    @Test
    void knowsThatUnitsAreNoPeople() {
        assertThatThrownBy(() -> plan("people/annuaire-fr-units.csv"))
                .isInstanceOfSatisfying(UnreadableFile.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("imports.file.no-people");
                    assertThat(refusal.arguments()).containsExactly("unit_id, label, sigle, parent_ids");
                });
    }

    @Test
    void readsPeopleGroupsAndPhotosFromLdap() {
        var photos = new HashMap<Long, byte[]>();
        DirectoryFile.open(file("people/planet-express.ldif")).photos(photos::put);

        assertThat(PLANET_EXPRESS.people()).hasSize(7);
        assertThat(PLANET_EXPRESS.people())
                .filteredOn(person -> person.entry().hasPhoto())
                .hasSize(5);
        assertThat(photos.values())
                .hasSize(5)
                .allSatisfy(photo -> assertThat(photo).startsWith(0xFF, 0xD8, 0xFF));
        assertThat(PLANET_EXPRESS.groups())
                .extracting(PlannedGroup::name, group -> Set.copyOf(group.memberKeys()))
                .containsExactly(
                        tuple("admin_staff", Set.of("professor", "hermes")),
                        tuple("ship_crew", Set.of("leela", "fry", "bender")));
    }

    @Test
    void understandsNamesOfTwoAttributes() {
        var amy = PLANET_EXPRESS.people().getFirst();

        assertThat(amy.key()).isEqualTo("amy");
        assertThat(amy.entry().dn()).isEqualTo("cn=amy wong+sn=kroker,ou=people,dc=planetexpress,dc=com");
        assertThat(amy.entry().name()).isEqualTo("Amy Wong");
        assertThat(amy.personalAddress()).isEqualTo("amy@planetexpress.com");
    }

    @Test
    void keepsNoPasswordOfTheDirectory() {
        assertThat(PLANET_EXPRESS.people().toString()).doesNotContainIgnoringCase("ssha");
    }

    private static long remarks(DirectoryPlan plan, String code) {
        return plan.remarks().stream().map(Remark::code).filter(code::equals).count();
    }

    private static DirectoryPlan plan(String name) {
        return DirectoryPlan.of(DirectoryFile.open(file(name)).contents());
    }
}
