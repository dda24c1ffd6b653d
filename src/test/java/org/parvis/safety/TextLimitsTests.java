package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Text at its limits, through the forms people fill: taken as it is, or handed back with what was typed. */
@ParvisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextLimitsTests {

    record Field(String form, String name, int most, boolean needed, Map<String, String> others) {

        @Override
        public String toString() {
            return form + " " + name;
        }
    }

    private static final List<String> TAKEN = List.of(
            "مرحبا بالجميع",
            "שלום \u202Bלכולם\u202C abc",
            "👩🏽‍🔧👨‍👩‍👧‍👦🇫🇷 ok",
            "e\u0301te\u0301 a\u200Db",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "<b>&amp;\"'");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    Posts posts;

    Viewer bruno;
    String place = "";
    String post = "";

    @BeforeAll
    void somewhereToWrite() {
        bruno = cast.bruno();
        place = "" + communities.create(bruno, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        post = "" + posts.publish(bruno, null, "A post");
    }

    Stream<Field> fields() {
        var community = Map.of("purpose", "business", "access", "open", "different", "true", "name", "Valves");
        var mine = "/people/" + cast.bruno().id() + "/edit";
        return Stream.of(
                new Field("/posts", "text", 40_000, true, Map.of()),
                new Field("/posts", "text", 200_000, true, Map.of("kind", "article", "title", "Long")),
                new Field("/posts/{post}/comments", "text", 10_000, true, Map.of()),
                new Field("/posts/{post}?_method=patch", "text", 40_000, true, Map.of()),
                new Field("/communities", "name", 80, true, community),
                new Field("/communities", "description", 2_000, false, community),
                new Field("/communities/{place}?_method=patch", "description", 2_000, false, community),
                new Field(mine, "about", 2_000, false, Map.of()),
                new Field(mine, "career", 4_000, false, Map.of()),
                new Field(mine, "pronouns", 40, false, Map.of()),
                new Field(mine, "jobTitle", 300, false, Map.of()),
                new Field("/settings/tokens", "name", 100, true, Map.of("days", "30")));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatFitsIsTaken(Field field) {
        for (var text : TAKEN) {
            assertThat(send(field, text).getResponse().getStatus()).as(text).isIn(200, 303);
        }
        assertThat(send(field, "é".repeat(field.most())).getResponse().getStatus())
                .isIn(200, 303);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsTooLongComesBackWhole(Field field) {
        var long_ = "😀".repeat(field.most()) + "x";

        var answer = send(field, long_);

        assertThat(answer).hasStatus(422);
        assertThat(shown(answer, field)).isEqualTo(long_);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nulIsRefusedAndTheRestKept(Field field) {
        var answer = send(field, "before\0after");

        assertThat(answer).hasStatus(422);
        assertThat(shown(answer, field)).contains("before", "after");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void nothingVisibleIsNothing(Field field) {
        for (var text : List.of("", " \t\n", "\u200B\u2060\uFEFF", "\u00A0\u3000", "\u202E")) {
            assertThat(send(field, text).getResponse().getStatus() == 422)
                    .as("refused: '%s'", text)
                    .isEqualTo(field.needed());
        }
    }

    private MvcTestResult send(Field field, String text) {
        var request = browser.post()
                .uri(field.form().replace("{post}", post).replace("{place}", place))
                .with(as(bruno));
        field.others().forEach((name, value) -> {
            if (!name.equals(field.name())) request.param(name, value);
        });
        return request.param(field.name(), text).exchange();
    }

    private static String shown(MvcTestResult answer, Field field) {
        try {
            var page = Jsoup.parse(answer.getResponse().getContentAsString());
            var input = Objects.requireNonNull(
                    page.select("main [name=" + field.name() + "]").first());
            return input.is("textarea") ? input.wholeText() : input.val();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
