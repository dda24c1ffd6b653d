package org.parvis.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.SharedData;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class HostileTextTests {

    private static final Path PAYLOADS = SharedData.file("attacks/xss.txt");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "rel", "class", "title")),
            Map.entry("code", Set.of("class")),
            Map.entry("pre", Set.of("tabindex")),
            Map.entry("li", Set.of("class")),
            Map.entry("div", Set.of("class", "role", "tabindex", "aria-label")),
            Map.entry("table", Set.of("class")),
            Map.entry("th", Set.of("align", "scope")),
            Map.entry("td", Set.of("align")),
            Map.entry("ol", Set.of("start")));

    private static final Set<String> PLAIN = Set.of(
            "p", "br", "strong", "em", "del", "blockquote", "hr", "ul", "h3", "h4", "h5", "h6", "thead", "tbody", "tr");

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    // Typical is a twentieth; the first calls run cold.
    private static final Duration LONG = Duration.ofSeconds(1);

    @Test
    void makesNoElementOrAttributeThatIsNotOurs() throws IOException {
        var payloads = Files.readAllLines(PAYLOADS);

        assertThat(payloads).hasSize(527).allSatisfy(HostileTextTests::isHarmless);
        assertThat(payloads).allSatisfy(payload -> isHarmless("[x](" + payload + ")"));
        assertThat(payloads).allSatisfy(payload -> isHarmless("![" + payload + "](<" + payload + ">)"));
        assertThat(payloads).allSatisfy(payload -> isHarmless("```" + payload + "\n" + payload + "\n```"));
        assertThat(payloads).allSatisfy(payload -> isHarmless("|" + payload + "|\n|-|\n|" + payload + "|"));
        assertThat(payloads).allSatisfy(payload -> isHarmless("@[" + payload + "](person:1) #" + payload));
        isHarmless(String.join("\n", payloads));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "]",
                "*",
                "_",
                "~",
                "<",
                ">",
                "`",
                "!",
                "![",
                "(",
                "|",
                "#",
                "@",
                "&",
                "\\",
                "\n",
                "\t",
                " ",
                "-",
                "- ",
                "> ",
                "1. ",
                "* a\n",
                "[]",
                "[](",
                "[a](",
                "[a](<b",
                "@[",
                "@[a](person:1)",
                "#a",
                "#a ",
                "# ",
                "<a ",
                "<!-- ",
                "<?",
                "<![CDATA[",
                "</",
                "**a ",
                "*a **b ",
                "_a __b ",
                "a**b",
                "~~a",
                "`` ` ",
                "```\n",
                "http://",
                "https://a",
                "www.",
                "www.a",
                "a@",
                "a@a.",
                "a.a@a.b ",
                "mailto:",
                "a_",
                "&amp",
                "&#x",
                "[a]: b\n",
                "[a]:\n",
                "[a][a]",
                "- [ ] a\n",
                "|a|\n|-|\n",
                "|a\n",
                "a|b\n-|-\n",
                "a\n=\n",
                "\u200D",
                "\u202E",
                "\uD83D",
                "\0",
                "é",
                "👩‍🚀",
                "e\u0301",
                "x\u0301\u0301",
                "<b>",
                "&lt;",
                "\"'",
                "javascript:",
                "\r"
            })
    void takesNoLongerThanItsLengthAllows(String piece) {
        var text = piece.repeat(100_000 / piece.length());

        isQuick("a" + text);
    }

    @Test
    void makesNoHugePageOfASmallText() {
        isQuick("[a]: https://example.org/" + "x".repeat(30_000) + "\n\n" + "[a]".repeat(20_000));
        isQuick("[a]: https://example.org/" + "x".repeat(1_900) + "\n\n" + "[a]".repeat(30_000));
        isQuick("|a".repeat(10_000) + "\n" + "|-".repeat(10_000) + "\n" + "a\n".repeat(30_000));
        isQuick("> ".repeat(500) + "a\n" + ("> ".repeat(50) + "a\n").repeat(900));
        isQuick(IntStream.range(0, 300).mapToObj(i -> " ".repeat(i) + "- a\n").reduce("", String::concat));
        isQuick(IntStream.range(0, 1_400).mapToObj(i -> "`".repeat(i % 140)).reduce("", (a, b) -> a + " " + b));
    }

    @Test
    void nestsNoDeeperThanABrowserLikes() {
        for (var text : List.of(
                "> ".repeat(1_000),
                "- ".repeat(1_000) + "a",
                "*a **b ".repeat(1_000),
                "![".repeat(1_000) + "](x)".repeat(1_000))) {
            var deepest = MarkdownTests.body(text).select("*").stream()
                    .mapToInt(element -> element.parents().size())
                    .max()
                    .orElse(0);
            assertThat(deepest).isLessThan(70);
        }
    }

    private static void isQuick(String text) {
        var begin = THREADS.getCurrentThreadCpuTime();
        var html = Markdown.html(text, person -> "Alice");
        var took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin);
        assertThat(took).isLessThan(LONG);
        assertThat(html.length()).isLessThan(3_000_000);
    }

    private static void isHarmless(String text) {
        for (var element :
                Jsoup.parse(Markdown.html(text, person -> text)).body().select("body *")) {
            assertThat(PLAIN.contains(element.tagName()) || ALLOWED.containsKey(element.tagName()))
                    .as(element.outerHtml())
                    .isTrue();
            assertThat(element.attributes().asList())
                    .allMatch(attribute ->
                            ALLOWED.getOrDefault(element.tagName(), Set.of()).contains(attribute.getKey()));
            leadsNowhereElse(element);
        }
    }

    private static void leadsNowhereElse(Element element) {
        if (element.hasAttr("href")) {
            assertThat(element.attr("href")).matches("(?is)(https?://|mailto:).+|/people/1|/topics/[^/]+");
        }
    }
}
