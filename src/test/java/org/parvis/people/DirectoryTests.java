package org.parvis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.web.Cursor;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@ParvisTest
class DirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Journal journal;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void everybodyIsThere() {
        cast.nadia();
        place(cast.bruno(), "Le Creusot", "FR");
        place(cast.lucia(), "Monterrey", "MX");
        place(cast.priya(), "Pune", "IN");
        place(cast.youssef(), "Casablanca", "MA");
    }

    @Test
    void findsAnyPartOfANameWhateverItsAccentsAndCase() {
        assertThat(names("lucia")).containsExactly("Lucía Moreno");
        assertThat(names("ORENO")).containsExactly("Lucía Moreno");
        assertThat(names("í")).contains("Lucía Moreno", "Priya Nair");
    }

    @Test
    void suggestsThoseWhoseNameBeginsSoFirst() {
        cast.person("Abel Aluco", PersonKind.EMPLOYEE);
        cast.person("Zita Lucarne", PersonKind.EMPLOYEE);
        jdbc.sql("update person set given_name = 'Zita', family_name = 'Lucarne' where name = 'Zita Lucarne'")
                .update();

        assertThat(suggested("LUC")).containsExactly("Lucía Moreno", "Zita Lucarne", "Abel Aluco");
        assertThat(suggested("lucía mo")).containsExactly("Lucía Moreno");
        assertThat(suggested("lucarne z")).containsExactly("Zita Lucarne");
        assertThat(suggested("%")).isEmpty();
        assertThat(directory.suggest(cast.nadia(), "luc", 2))
                .extracting(PersonCard::name)
                .containsExactly("Lucía Moreno", "Zita Lucarne");
    }

    @Test
    void takesTheWordsInAnyOrder() {
        assertThat(names("amrani yous")).containsExactly("Youssef El Amrani");
        assertThat(names("amrani lucia")).isEmpty();
    }

    @Test
    void takesPatternsForLetters() {
        assertThat(names("%")).isEmpty();
        assertThat(names("_runo")).isEmpty();
        assertThat(names("\\")).isEmpty();
    }

    @Test
    void leavesOutThoseWhoAreNotHere() {
        cast.person("Fanny Partie", PersonKind.FORMER);
        cast.person("Robot Meteo", PersonKind.SERVICE);
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param(
                        "id",
                        cast.person("Denis Desactive", PersonKind.EMPLOYEE).id().value())
                .update();

        assertThat(names("")).doesNotContain("Fanny Partie", "Robot Meteo", "Denis Desactive");
        assertThat(names("partie")).isEmpty();
    }

    @Test
    void goesOnWhereThePageBeforeEnded() {
        var all = names("");
        var walked = new ArrayList<String>();
        Cursor after = null;
        do {
            var slice = directory.list(cast.nadia(), DirectoryFilter.named(""), after, 2);
            slice.items().forEach(colleague -> walked.add(colleague.card().name()));
            after = slice.next() == null ? null : Cursor.parse(slice.next().toString());
        } while (after != null);

        assertThat(walked).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Test
    void countsEachFacetUnderTheOtherFilters() {
        var filter = DirectoryFilter.of("", facet -> facet.equals("country") ? List.of("MX") : null);
        var facets = directory.facets(cast.nadia(), filter).values();

        assertThat(facets.get(Facet.SITE)).containsExactly(new FacetCount(Facet.SITE, "Monterrey", 1, 1));
        assertThat(facets.get(Facet.COUNTRY)).extracting(FacetCount::value).contains("MX", "FR", "IN", "MA");
        assertThat(directory.count(cast.nadia(), filter)).isEqualTo(1);
        assertThat(directory.facets(cast.nadia(), filter).people()).isEqualTo(1);
    }

    @Test
    void listsEveryValueBehindTheDozen() {
        for (int n = 10; n < 25; n++) {
            place(cast.person("Site Person" + n, PersonKind.EMPLOYEE), "Site " + n, "FR");
        }
        var france = DirectoryFilter.of("", facet -> facet.equals("country") ? List.of("FR") : null);
        var counted = directory.facets(cast.nadia(), france).values().get(Facet.SITE);
        var first = directory.values(cast.nadia(), france, Facet.SITE, null, 10);
        var rest = directory.values(cast.nadia(), france, Facet.SITE, first.next(), 100);

        assertThat(counted)
                .hasSize(12)
                .allSatisfy(count -> assertThat(count.values()).isEqualTo(16));
        assertThat(Stream.concat(first.items().stream(), rest.items().stream()).map(FacetCount::value))
                .hasSize(16)
                .contains("Le Creusot", "Site 24")
                .doesNotContain("Pune")
                .isSorted();
        assertThat(mvc.get().uri("/people/values?of=site&country=FR").with(as(cast.nadia())))
                .bodyText()
                .contains("href=\"/people?site=Site%2024&amp;country=FR\"");
        assertThat(mvc.get().uri("/people?country=FR").with(as(cast.nadia())))
                .bodyText()
                .contains("href=\"/people/values?country=FR&amp;of=site\"");
        assertThat(mvc.get().uri("/people/values?of=salary").with(as(cast.nadia())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/people/values").with(as(cast.gil())))
                .bodyText()
                .doesNotContain("Le Creusot");
    }

    @Test
    void showsAGuestNobodyButThoseOfTheirCommunities() {
        assertThat(directory
                        .list(cast.gil(), DirectoryFilter.named(""), null, 20)
                        .items())
                .isEmpty();
        assertThat(directory.facets(cast.gil(), DirectoryFilter.named(""))).isEqualTo(new Facets(0, Map.of()));
        assertThat(directory.suggest(cast.gil(), "bruno", 8)).isEmpty();
        assertThat(directory.count(cast.gil(), DirectoryFilter.named(""))).isZero();
    }

    @Test
    void theNumbersFollowWhatChangesAndAreNobodyElses() {
        var everybody = DirectoryFilter.named("");
        assertThat(directory.facets(cast.nadia(), everybody).people()).isPositive();
        assertThat(directory.facets(cast.gil(), everybody)).isEqualTo(new Facets(0, Map.of()));

        place(cast.priya(), "Reykjavik", "IS");
        transaction.executeWithoutResult(status -> journal.append(Activity.byTheNetwork()
                .update(Reference.to(People.KIND, cast.priya().id().value()))));

        assertThat(directory.facets(cast.nadia(), everybody).values().get(Facet.SITE))
                .extracting(FacetCount::value)
                .contains("Reykjavik");
    }

    private List<String> names(String q) {
        return directory.list(cast.nadia(), DirectoryFilter.named(q), null, 100).items().stream()
                .map(colleague -> colleague.card().name())
                .toList();
    }

    private List<String> suggested(String q) {
        return directory.suggest(cast.nadia(), q, 8).stream()
                .map(PersonCard::name)
                .toList();
    }

    private void place(Viewer person, String site, String country) {
        jdbc.sql("update person set site = :site, country = :country where id = :id")
                .param("site", site)
                .param("country", country)
                .param("id", person.id().value())
                .update();
    }
}
