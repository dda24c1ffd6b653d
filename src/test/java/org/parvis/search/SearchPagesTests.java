package org.parvis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.regex.Pattern;

@ParvisTest
class SearchPagesTests {

    private static final Pattern OPTION = Pattern.compile("role=\"option\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Communities communities;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void peopleAndPlaces() {
        bruno = cast.bruno();
        priya = cast.priya();
        cast.person("Zoé Quésnel", PersonKind.EMPLOYEE);
    }

    @Test
    void findsPeopleAndCommunitiesByAnyPartOfTheirName() {
        communities.create(bruno, form("Pièces de rechange quesnoy", "open", true));

        for (var sought : new String[] {"quésn", "QUESN", "uesn"}) {
            assertThat(get("/search", sought, priya)).contains("Zoé Quésnel", "Pièces de rechange quesnoy");
            assertThat(get("/search/suggestions", sought, priya)).contains("Zoé Quésnel", "Pièces de rechange quesnoy");
        }
        assertThat(get("/search", "quesnel zoe", priya)).contains("Zoé Quésnel");
    }

    @Test
    void findsNoPlaceThatIsHidden() {
        communities.create(bruno, form("Quesnoy merger", "invitation", false));

        assertThat(get("/search", "quesnoy mer", bruno)).contains("Quesnoy merger");
        for (var path : new String[] {"/search", "/search/suggestions"}) {
            assertThat(get(path, "quesnoy mer", priya)).doesNotContain("Quesnoy merger");
            assertThat(get(path, "quesn", cast.gil())).doesNotContain("Quésnel", "Quesnoy");
        }
    }

    @Test
    void suggestsAFewAndTheWholeSearch() {
        for (int n = 0; n < 9; n++) {
            cast.person("Quentin Suggest" + n, PersonKind.EMPLOYEE);
        }
        var suggested = get("/search/suggestions", "suggest", priya);

        assertThat(OPTION.matcher(suggested).results()).hasSize(6);
        assertThat(suggested).contains("href=\"/search?q=suggest\"");
        assertThat(get("/search", "suggest", priya)).contains("/people?q=suggest", "9 people");
    }

    @Test
    void takesWhateverIsTyped() {
        for (var typed : new String[] {"", " ", "%", "_", "\\", "'", "\"", "é".repeat(5000), "\u202E"}) {
            for (var path : new String[] {"/search", "/search/suggestions"}) {
                assertThat(browser.get().uri(address(path, typed)).with(as(priya)))
                        .as(path + " " + typed)
                        .hasStatusOk();
            }
        }
        assertThat(get("/search", "%", priya)).doesNotContain("Zoé Quésnel");
    }

    private static CommunityForm form(String name, String access, boolean listed) {
        return new CommunityForm(name, "", "business", access, listed, null, null);
    }

    private String get(String path, String q, Viewer viewer) {
        try {
            return browser.get()
                    .uri(address(path, q))
                    .with(as(viewer))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static URI address(String path, String q) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(q)
                .toUri();
    }
}
