package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import java.util.Map;

class MarkdownTests {

    @Test
    void keepsLineBreaksAsTyped() {
        assertThat(html("Bonjour\nà tous")).isEqualTo("<p>Bonjour<br />\nà tous</p>\n");
    }

    @Test
    void leavesThePagesOwnHeadingsAlone() {
        assertThat(body("# Un\n\n## Deux\n\n###### Six").children())
                .extracting(Element::tagName)
                .containsExactly("h3", "h4", "h6");
    }

    @Test
    void showsTagsAsText() {
        assertThat(body("<script>alert(1)</script> <b>gras</b>").text())
                .isEqualTo("<script>alert(1)</script> <b>gras</b>");
        assertThat(body("<div onclick=x>\n**gras**\n</div>").select("strong").text())
                .isEqualTo("gras");
    }

    @Test
    void linksToTheWebAndToMailOnly() {
        assertThat(body("[a](https://example.org) [b](mailto:a@example.org) [c](javascript:alert(1)) "
                                + "[d](data:text/html,x) [e](/admin) [f](//example.org) [g](ftp://example.org)")
                        .select("a")
                        .eachAttr("href"))
                .containsExactly("https://example.org", "mailto:a@example.org");
    }

    @Test
    void tellsOtherSitesNothingAboutTheReader() {
        assertThat(body("https://example.org/a?b=c&d=e").select("a").attr("rel"))
                .isEqualTo("nofollow noopener noreferrer");
        assertThat(body("#usinage").select("a").hasAttr("rel")).isFalse();
    }

    @Test
    void turnsAPictureIntoALinkToIt() {
        var body = body("![Le *plan*](https://example.org/plan.png) ![](https://example.org/x.png) "
                + "[![logo](https://example.org/l.png)](https://example.org/)");

        assertThat(body.select("img")).isEmpty();
        assertThat(body.select("a").eachText()).containsExactly("Le plan", "https://example.org/x.png", "logo");
        assertThat(body.select("a").eachAttr("href").getLast()).isEqualTo("https://example.org/");
    }

    @Test
    void letsTheKeyboardReachWhatScrolls() {
        assertThat(body("```java\nvar x = 1;\n```").select("pre[tabindex=0] > code.language-java"))
                .hasSize(1);

        var table = body("| Site | Effectif |\n|:-|-:|\n| Lyon | 120 |")
                .select("div.scroll")
                .getFirst();
        assertThat(table.attr("tabindex")).isEqualTo("0");
        assertThat(table.attr("role")).isEqualTo("group");
        assertThat(table.attr("aria-label")).isEqualTo("Site Effectif");
        assertThat(table.select("table.table > thead th[scope=col]").eachText()).containsExactly("Site", "Effectif");
        assertThat(table.select("td[align=right]").text()).isEqualTo("120");
    }

    @Test
    void showsTasksWithoutFormControls() {
        var body = body("- [x] fait\n- [ ] à faire");

        assertThat(body.select("input")).isEmpty();
        assertThat(body.select("li.task").eachText()).containsExactly("☑ fait", "☐ à faire");
    }

    @Test
    void strikesAndLinksBareAddresses() {
        assertThat(body("~~vieux~~ www.example.org alice@example.org").html())
                .contains("<del>vieux</del>", "href=\"mailto:alice@example.org\"", ">www.example.org</a>");
    }

    @Test
    void showsItsOwnAddressesAsPlainLinks() {
        var link = body("Voir https://parvis.example/posts/12").select("a").getFirst();

        assertThat(link.text()).isEqualTo("https://parvis.example/posts/12");
        assertThat(link.hasAttr("class")).isFalse();
    }

    @Test
    void knowsTheFirstLinkThatAReaderCanFollow() {
        assertThat(Markdown.firstLink("`https://code.example` [a](mailto:a@example.org) [b](javascript:x) then"
                        + " **[c](<HTTPS://two.example/a b>)** https://three.example"))
                .isEqualTo("HTTPS://two.example/a b");
        assertThat(Markdown.firstLink("> - ![drawn](http://one.example/x.png)\n\nhttp://two.example"))
                .isEqualTo("http://one.example/x.png");
        assertThat(Markdown.firstLink("@[Alice](person:12) #http\n\n    https://code.example"))
                .isNull();
        assertThat(new Prose("See https://one.example.", Mentions.none(), "p1-", Map.of()).link())
                .isEqualTo("https://one.example");
    }

    @Test
    void keepsEveryDirectionAndEmoji() {
        assertThat(body("مرحبا **بكم** 👩‍🚀 e\u0301 \u202Eabc").text()).isEqualTo("مرحبا بكم 👩‍🚀 e\u0301 \u202Eabc");
        assertThat(body("a\0b").text()).isEqualTo("a\uFFFDb");
        assertThat(html("")).isEmpty();
    }

    static Element body(String text) {
        return Jsoup.parse(html(text)).body();
    }

    private static String html(String text) {
        return Markdown.html(text, Mentions.none());
    }
}
