package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever stands in an address or a form, no handler breaks on it and none is busy with it for long. */
@ParvisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // somethingToAskAbout fills it
class HostileParametersTests {

    private static final int LONG = 100_000;
    // The line asks for 50 ms; a tenth of this second is typical for a whole page on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final List<String> VALUES = List.of(
            "\0",
            "a\0b",
            "\uD800",
            "'; drop table person; --",
            "%' or '1'='1",
            "\\",
            "${7*7}<script>",
            "\r\nSet-Cookie: a=b",
            "..\\..\\etc",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1e9",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            cursor("9223372036854775807 +999999999-12-31T23:59:59Z"),
            cursor("-9223372036854775808 -999999999-01-01T00:00:00Z"),
            cursor("5 a\0b"),
            cursor("5 owner \uD800"),
            cursor("5 2024-01-01T00:00:00Z like' or 1=1"),
            cursor(" "),
            "x".repeat(5_000));

    private static final List<String> PIECES = List.of(
            "a", " ", "a ", "a-", ",", "%", "\\", "@", "@[a](person:1)", "#a", "(", "[", "*a ", "<a ", ".a", "é", "\n");

    // What programs may name in a body.
    private static final List<String> FIELDS = List.of(
            "text",
            "replyTo",
            "name",
            "description",
            "purpose",
            "access",
            "posting",
            "role",
            "reason",
            "about",
            "career",
            "pronouns",
            "until");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Viewer nadia;
    private Addresses there;

    @BeforeAll
    void somethingToAskAbout() {
        nadia = cast.nadia();
        var place = communities.create(nadia, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        var post = posts.publish(nadia, place, "A post about #pumps");
        var comment = comments.add(nadia, post, null, "A comment");
        there = Secrets.about(Map.of(
                "communities", List.of("" + place),
                "posts", List.of("" + post),
                "comments", List.of("" + comment),
                "people", List.of("" + nadia.id()),
                "topics", List.of("pumps")));
    }

    @Test
    void noAddressBreaksWhateverItAsksFor() {
        var faults = new SoftAssertions();
        Exit.all(mappings).stream()
                .filter(Exit::reads)
                .filter(exit -> !exit.pattern().endsWith("/live"))
                .forEach(exit -> {
                    var address = there.of(exit.pattern()).getFirst();
                    for (var name : parameters(exit)) {
                        for (var value : VALUES) {
                            faults.assertThat(status(browser.get().uri(address).param(name, value)))
                                    .as("GET %s with %s=%s", address, name, shown(value))
                                    .isLessThan(500);
                        }
                    }
                });
        faults.assertAll();
    }

    @Test
    void noIdBreaksAnything() {
        var faults = new SoftAssertions();
        Exit.all(mappings).stream()
                .filter(exit -> exit.pattern().contains("{") && !exit.pattern().endsWith("/live"))
                .forEach(exit -> VALUES.stream()
                        .filter(value -> !value.contains("/"))
                        .forEach(value -> {
                            var path = exit.pattern().replaceAll("\\{[^}]*\\}", "{id}");
                            var ids = Stream.generate(() -> value)
                                    .limit(path.split("\\{id}", -1).length - 1)
                                    .toArray();
                            faults.assertThat(
                                            status(browser.method(exit.method()).uri(path, ids)))
                                    .as("%s %s with %s", exit.method(), exit.pattern(), shown(value))
                                    .isLessThan(500);
                        }));
        faults.assertAll();
    }

    @Test
    void noFormBreaksAndNoneKeepsUsBusy() {
        var faults = new SoftAssertions();
        Exit.all(mappings).stream()
                .filter(HostileParametersTests::leavesEverythingThere)
                .forEach(exit -> {
                    var address = there.of(exit.pattern()).getFirst();
                    for (var text : Stream.concat(
                                    VALUES.stream(), PIECES.stream().map(piece -> piece.repeat(LONG / piece.length())))
                            .toList()) {
                        var busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        faults.assertThat(status(filled(exit, address, text)))
                                .as("%s %s with %s", exit.method(), address, shown(text))
                                .isLessThan(500);
                        faults.assertThat(Duration.ofNanos(
                                        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy))
                                .as("%s %s with %s", exit.method(), address, shown(text))
                                .isLessThan(PATIENCE);
                    }
                });
        faults.assertAll();
    }

    @Test
    void noHeaderBreaksAnythingOrKeepsUsBusy() {
        for (var header : List.of(
                "User-Agent",
                "Accept-Language",
                "X-Forwarded-For",
                "Referer",
                "Turbo-Frame",
                "If-None-Match",
                "Last-Event-ID",
                "Cookie",
                "Authorization",
                "Range")) {
            for (var piece :
                    PIECES.stream().filter(piece -> !piece.contains("\n")).toList()) {
                var busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                var value = (header.equals("Authorization") ? "Bearer " : "") + piece.repeat(8_000 / piece.length());
                assertThat(status(browser.post()
                                .uri("/sign-in")
                                .param("email", "a@b")
                                .header(header, "a" + value + "b")))
                        .as("%s: %s", header, shown(value))
                        .isLessThan(500);
                for (var address : List.of("/sign-in", "/api/v1/me", "/assets/nothing")) {
                    assertThat(status(browser.get().uri(address).header(header, value)))
                            .as("%s: %s at %s", header, shown(value), address)
                            .isLessThan(500);
                }
                assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy))
                        .as(header)
                        .isLessThan(PATIENCE);
            }
        }
    }

    // What a search says is what was typed and nothing that was made of it.
    @Test
    void aSearchTakesSyntaxForLetters() {
        cast.person("Zora Quist", PersonKind.EMPLOYEE);
        for (var q : List.of("password:*", "email:*", "*", "%", "_", "${7*7}", "{{7*7}}", "' or '1'='1")) {
            assertThat(browser.get().uri("/search").param("q", q).with(as(nadia)))
                    .as(q)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Zora Quist", ">49<");
        }
    }

    private static boolean leavesEverythingThere(Exit exit) {
        return !exit.reads()
                && !exit.method().equals(HttpMethod.DELETE)
                && !exit.pattern().endsWith("/archive");
    }

    private int status(MockMvcRequestBuilder request) {
        return request.with(as(nadia, "ADMINISTRATOR")).exchange().getResponse().getStatus();
    }

    private MockMvcRequestBuilder filled(Exit exit, String address, String text) {
        var request = browser.method(exit.method()).uri(address);
        if (exit.api()) {
            return request.contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared()
                            .writeValueAsString(
                                    FIELDS.stream().collect(Collectors.toMap(field -> field, field -> text))));
        }
        parameters(exit).forEach(name -> request.param(name, text));
        return request;
    }

    private static Set<String> parameters(Exit exit) {
        return exit.pattern().endsWith("/people")
                ? Stream.concat(
                                exit.parameters().stream(),
                                Stream.of("department", "site", "country", "organisation", "state", "role"))
                        .collect(Collectors.toSet())
                : exit.parameters();
    }

    private static String shown(String value) {
        var plain = value.length() > 60 ? value.substring(0, 60) + "… (" + value.length() + ")" : value;
        return plain.replace("\0", "NUL");
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
