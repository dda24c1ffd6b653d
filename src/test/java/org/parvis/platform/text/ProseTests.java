package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.parvis.testing.SharedData;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

class ProseTests {

    private static final Figure PUMP =
            new Figure("/files/12/2048", "/files/12/640", "/files/12/320 320w, /files/12/640 640w", 800, 600, "A pump");

    private static final Map<String, Set<String>> OURS = Map.of(
            "img", Set.of("src", "srcset", "sizes", "width", "height", "loading", "alt"),
            "a", Set.of("href", "rel", "class", "title"),
            "h3", Set.of("id"),
            "h4", Set.of("id"));

    @Test
    void showsAPictureOfItsOwnInPlaceOnce() {
        var prose = prose("Before ![a *red* one](file:12) and ![again](file:12), ![not mine](file:13).");

        var picture = body(prose).select("img").getFirst();
        assertThat(body(prose).select("img")).hasSize(1);
        assertThat(picture.attr("src")).isEqualTo("/files/12/640");
        assertThat(picture.attr("srcset").replaceAll(" ?, ?", ",")).isEqualTo("/files/12/320 320w,/files/12/640 640w");
        assertThat(picture.attr("sizes")).isEqualTo("(width < 45rem) 100vw, 40rem");
        assertThat(picture.attr("width") + picture.attr("height")).isEqualTo("800600");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(picture.attr("alt")).isEqualTo("a red one");
        assertThat(picture.parents().select("a.figure").attr("href")).isEqualTo("/files/12/2048");
        assertThat(body(prose).text()).isEqualTo("Before and again, not mine.");
        assertThat(prose.placed()).containsExactly(12L);
        assertThat(body(prose("![](file:12)")).select("img").attr("alt")).isEqualTo("A pump");
    }

    @Test
    void showsNoOtherPicture() {
        var prose = prose("![x](https://elsewhere.example/x.png) ![y](/files/12/640) ![z](data:image/png;base64,A)"
                + " ![](file:012) ![](file:12x) [![in a link](file:12)](https://one.example) `![](file:12)`");

        assertThat(body(prose).select("img")).isEmpty();
        assertThat(prose.placed()).isEmpty();
    }

    @Test
    void namesHeadingsAfterTheirWordsEachDifferently() {
        var prose = prose("## État des lieux\n\n### Et après ?\n\n## État des lieux\n\n## état-des-lieux 2\n\n## …");

        assertThat(prose.sections())
                .containsExactly(
                        new Section(1, "p9-état-des-lieux", "État des lieux"),
                        new Section(2, "p9-et-après", "Et après ?"),
                        new Section(1, "p9-état-des-lieux-2", "État des lieux"),
                        new Section(1, "p9-état-des-lieux-2-2", "état-des-lieux 2"),
                        new Section(1, "p9-section", "…"));
        assertThat(body(prose).select("h3, h4").eachAttr("id"))
                .containsExactlyElementsOf(
                        prose.sections().stream().map(Section::anchor).toList());
    }

    @Test
    void leavesNoGapBetweenLevels() {
        assertThat(body(prose("#### a\n\n###### b\n\n# c\n\n###### d")).select("h1, h2, h3, h4, h5, h6").stream()
                        .map(heading -> heading.tagName() + heading.text()))
                .containsExactly("h3a", "h4b", "h3c", "h4d");
    }

    @Test
    void namesNothingAsTheBrowserDoes() throws IOException {
        for (var payload : Files.readAllLines(SharedData.file("attacks/xss.txt"))) {
            var html = body(prose("## " + payload + "\n\n![" + payload + "](file:12)\n\n# id\n\n# location"));
            for (var element : html.select("body *")) {
                var allowed = OURS.get(element.tagName());
                element.attributes().forEach(attribute -> {
                    if (allowed != null) {
                        assertThat(allowed).as(payload).contains(attribute.getKey());
                    }
                });
                if (element.hasAttr("id")) assertThat(element.id()).startsWith("p9-");
                if (element.is("img")) assertThat(element.attr("src")).isEqualTo("/files/12/640");
            }
        }
    }

    @Test
    void hostileHeadingsStayFewAndDifferent() {
        for (var text : new String[] {"# a\n".repeat(50_000), "# a-2\n# a\n".repeat(20_000), "#\n".repeat(100_000)}) {
            var prose = prose(text);
            var names = new HashSet<String>();
            prose.sections()
                    .forEach(section -> assertThat(names.add(section.anchor())).isTrue());
            assertThat(names.size()).isLessThanOrEqualTo(Sections.MOST);
            assertThat(prose.html().length()).isLessThan(60 * text.length());
        }
        assertThat(prose("![](file:12)".repeat(16_000)).html().length()).isLessThan(2_000);
    }

    @Test
    void beginsWithItsFirstParagraphThatSaysSomething() {
        assertThat(prose("# Title\n\n![](file:12)\n\nThe *first* words\nof it.\n\nMore.")
                        .beginning(100))
                .isEqualTo("The first words of it.");
        assertThat(prose("# Only a title").beginning(100)).isEqualTo("Only a title");
        assertThat(prose("word ".repeat(40_000)).beginning(40))
                .hasSizeLessThanOrEqualTo(40)
                .endsWith("…");
    }

    private static Prose prose(String text) {
        return new Prose(text, Mentions.none(), "p9-", Map.of(12L, PUMP));
    }

    private static Element body(Prose prose) {
        return Jsoup.parse(prose.html()).body();
    }
}
