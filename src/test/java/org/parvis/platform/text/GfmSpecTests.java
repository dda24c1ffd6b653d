package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.parvis.testing.SharedData;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of the GitHub Flavored Markdown specification 0.29, minus what we leave out on purpose. */
class GfmSpecTests {

    private static final Path SPEC = SharedData.file("text/gfm-spec.txt");
    private static final Pattern PART =
            Pattern.compile("(?m)^`{32} example[^\n]*\n(.*?)^\\.\n(.*?)^`{32}$|^## ([^\n]+)$", Pattern.DOTALL);
    private static final Pattern WRITERS_HTML =
            Pattern.compile("<(?!(https?|mailto|MAILTO):?)[/!?a-zA-Z][^>]*>|<(!|\\?)", Pattern.DOTALL);

    /** A bare address is a link with us; these examples of CommonMark stand for texts without that extension. */
    private static final Set<Integer> BARE_ADDRESSES =
            Set.of(166, 167, 178, 497, 516, 519, 521, 526, 527, 554, 555, 556, 559, 560, 598, 610, 616, 619, 620);

    /** A picture becomes a link, and a link may hold emphasis where an alternative text may not. */
    private static final Set<Integer> PICTURES = Set.of(581, 584, 585, 589, 593, 597);

    /** Where a bare address ends: before an unmatched bracket, before an entity, before a dash. */
    private static final Set<Integer> ENDS_OF_ADDRESSES = Set.of(625, 626, 631);

    /** Beginnings of HTML blocks without an end, and names of languages that are none. */
    private static final Set<Integer> HTML_AND_LANGUAGES = Set.of(114, 126, 127, 128, 330);

    @Test
    void agreesWithTheSpecification() throws IOException {
        var examples = examples();
        var ours = examples.stream().filter(example -> !example.holdsHtml()).toList();
        var differing = ours.stream()
                .filter(example -> !example.agrees())
                .map(Example::number)
                .toList();

        assertThat(examples).hasSize(673);
        assertThat(ours).hasSize(579);
        assertThat(differing)
                .containsExactlyElementsOf(Stream.of(BARE_ADDRESSES, PICTURES, ENDS_OF_ADDRESSES, HTML_AND_LANGUAGES)
                        .flatMap(Set::stream)
                        .sorted()
                        .toList());
    }

    private static List<Example> examples() throws IOException {
        var number = new int[1];
        return PART.matcher(Files.readString(SPEC).replace('→', '\t'))
                .results()
                .filter(part -> part.group(1) != null)
                .map(part -> new Example(++number[0], absolute(part.group(1)), absolute(part.group(2))))
                .toList();
    }

    // The specification's addresses are relative; ours would not be linked.
    private static String absolute(String text) {
        return text.replaceAll("(?<=[(<\" ])/(url|uri|path|my|f&ouml;|f%C3%B6|bar)", "http://x.example/$1");
    }

    private record Example(int number, String markdown, String html) {

        boolean holdsHtml() {
            return WRITERS_HTML.matcher(markdown).find();
        }

        boolean agrees() {
            var ours = normal(Markdown.html(markdown, Mentions.none()));
            var theirs = normal(demoted(html));
            return ours.equals(theirs);
        }
    }

    private static String normal(String html) {
        var body = Jsoup.parse(html)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
        body.select("img").forEach(GfmSpecTests::asLink);
        body.select("a").forEach(GfmSpecTests::linkedOrText);
        body.select("input").forEach(box -> box.replaceWith(new TextNode(box.hasAttr("checked") ? "☑" : "☐")));
        body.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        body.select("div.scroll, a.topic").unwrap();
        body.select("*").removeAttr("tabindex").removeAttr("scope").removeAttr("rel");
        body.select("table, li").removeAttr("class");
        return body.html()
                .replace("%28", "(")
                .replace("%29", ")")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?(</?(p|h\\d|li|ul|ol|t\\w+|blockquote|pre|hr)\\b[^>]*>) ?", "$1");
    }

    private static String demoted(String html) {
        return Pattern.compile("(?<=</?h)[1-6](?=>)")
                .matcher(html)
                .replaceAll(level -> String.valueOf(Math.min(6, Integer.parseInt(level.group()) + 2)));
    }

    private static void asLink(Element image) {
        var link = new Element("a").attr("href", image.attr("src")).text(image.attr("alt"));
        if (image.hasAttr("title")) {
            link.attr("title", image.attr("title"));
        }
        image.replaceWith(link);
    }

    private static void linkedOrText(Element link) {
        if (!link.attr("href").matches("(?is)(https?://|mailto:).+") && !link.hasClass("topic")) {
            link.unwrap();
        }
    }
}
