package org.parvis.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.platform.web.Cursor;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;

@ParvisTest
class DirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

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
        var facets = directory.facets(cast.nadia(), filter);

        assertThat(facets.get(Facet.SITE)).containsExactly(new FacetCount(Facet.SITE, "Monterrey", 1));
        assertThat(facets.get(Facet.COUNTRY)).extracting(FacetCount::value).contains("MX", "FR", "IN", "MA");
        assertThat(directory.count(cast.nadia(), filter)).isEqualTo(1);
    }

    @Test
    void showsAGuestNobodyButThoseOfTheirCommunities() {
        assertThat(directory
                        .list(cast.gil(), DirectoryFilter.named(""), null, 20)
                        .items())
                .isEmpty();
        assertThat(directory.facets(cast.gil(), DirectoryFilter.named(""))).isEmpty();
        assertThat(directory.suggest(cast.gil(), "bruno", 8)).isEmpty();
        assertThat(directory.count(cast.gil(), DirectoryFilter.named(""))).isZero();
    }

    private List<String> names(String q) {
        return directory.list(cast.nadia(), DirectoryFilter.named(q), null, 100).items().stream()
                .map(colleague -> colleague.card().name())
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
