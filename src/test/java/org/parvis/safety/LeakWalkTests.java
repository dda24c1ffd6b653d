package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every address that answers, asked by everyone outside: what is hidden is exactly what is not there. The exits are read
 * from the mappings, so a new one is walked without being told of; one that shows a new kind of thing fails here first.
 */
@ParvisTest
@Import(Secrets.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeakWalkTests {

    // The stream is listened to in LiveLeakTests; it never ends its answer.
    private static final List<String> LIVE = List.of("/live", "/api/v1/live");
    // What changes with the moment, how far the journal has come, the address that a page remembers of itself, the key
    // of
    // a form that is new.
    private static final Pattern PASSING =
            Pattern.compile("<time[^>]*>[^<]*</time>|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|\\d{1,2}:\\d\\d(.[AaPp].?[Mm])?"
                    + "|/files/\\d+|since=[^\"&]*|data-live=\"\\d+\"|name=\"(from|draft|window)\" value=\"[^\"]*\"");
    // Parameters that name a thing.
    private static final Map<String, String> NAMED =
            Map.of("community", "communities", "post", "posts", "draft", "drafts", "share", "posts");
    private static final String[] ROLES = {"ADMINISTRATOR", "COMMUNITY_MANAGER", "EDITOR", "MODERATOR"};
    private static final List<String> ACCEPTS = List.of("text/html", "text/vnd.turbo-stream.html, text/html", "frame");

    record Answer(int status, String type, String cache, String body, int statements) {

        /** Where another answer begins to be another one; empty when it does not. */
        String difference(Answer other) {
            return head().equals(other.head()) && body.equals(other.body) ? "" : lastingDifference(other);
        }

        boolean says(Pattern words) {
            return words.matcher(body).find() && words.matcher(lasting()).find();
        }

        private String lastingDifference(Answer other) {
            var mine = head() + lasting();
            var theirs = other.head() + other.lasting();
            var at = java.util.Arrays.mismatch(mine.toCharArray(), theirs.toCharArray());
            return at < 0 ? "" : around(mine, at) + "  instead of  " + around(theirs, at);
        }

        private String head() {
            return status + " " + type + " " + cache + " ";
        }

        // Looked for only where it matters: in all that a walk reads it would take longer than the reading.
        private String lasting() {
            return PASSING.matcher(body).replaceAll("…");
        }

        private static String around(String text, int at) {
            return text.substring(Math.min(text.length(), Math.max(0, at - 80)), Math.min(text.length(), at + 80));
        }
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    List<HandlerMapping> all = List.of();

    Viewer priya;
    Viewer lucia;
    Viewer gil;
    Viewer omar;
    Map<String, Answer> before = Map.of();

    @BeforeAll
    void hideThings() {
        priya = cast.priya();
        lucia = cast.lucia();
        gil = cast.gil();
        omar = secrets.omar();
        secrets.openWorld();
        settle(lucia);
        // The announcement that is open to her.
        settle(priya);
        walkAtLarge();
        before = walkAtLarge();
        secrets.hide();
    }

    /** Last, for an import is something administrators hear of. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whatAnAdministratorBroughtInIsOnlyItsMembers() {
        secrets.importPrivateGroup(browser);
        assertThat(secrets.importedPosts).hasSizeGreaterThan(2);
        for (var outsider : List.of(priya, lucia, omar, gil)) {
            sameAsNothing(outsider, secrets.imported());
            saysNothing(outsider, secrets.imported());
        }
        for (var import_ :
                jdbc.sql("select id from import_run").query(Long.class).list()) {
            for (var report : List.of("", "/remarks.csv")) {
                var answer = ask(omar, "/administration/imports/" + import_ + report, "text/html");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).contains("G1").doesNotContain("zyqhid");
            }
        }
    }

    @Test
    void thereIsNoOtherWayOut() {
        assertThat(all).filteredOn(one -> one != mappings).allSatisfy(other -> {
            switch (other) {
                case AbstractHandlerMethodMapping<?> methods ->
                    assertThat(methods.getHandlerMethods()).isEmpty();
                case AbstractUrlHandlerMapping addresses ->
                    assertThat(addresses.getHandlerMap()).isEmpty();
                case RouterFunctionMapping routes ->
                    assertThat(routes.getRouterFunction()).isNull();
                default -> throw new AssertionError("What does %s answer? Teach the walk.".formatted(other));
            }
        });
    }

    @Test
    void whatIsHiddenIsWhatIsNotThere() {
        for (var outsider : List.of(priya, lucia, omar)) {
            sameAsNothing(outsider, secrets.hidden());
        }
        sameAsNothing(gil, secrets.hiddenFromGuests());
    }

    @Test
    void noExitSaysAWordOfIt() {
        for (var outsider : List.of(priya, lucia, omar)) {
            saysNothing(outsider, secrets.hidden(), secrets.halfOpen(), secrets.hiddenFromGuests());
        }
        saysNothing(gil, secrets.hiddenFromGuests(), secrets.hidden(), secrets.halfOpen());
    }

    @Test
    void nothingThatCountsMovesWhenItComes() {
        var after = walkAtLarge();
        before.forEach((address, answer) -> assertThat(
                        after.getOrDefault(address, answer).difference(answer))
                .as(address)
                .isEmpty());
    }

    @Test
    void whoseAccountIsClosedAndWhoHasNoneGetNothing() {
        var youssef = cast.youssef();
        var token = Tokens.give(jdbc, youssef);
        assertThat(browser.get().uri("/api/v1/posts/" + secrets.wall).header("Authorization", "Bearer " + token))
                .hasStatusOk();
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", youssef.id().value())
                .update();
        exits().filter(Exit::api)
                .flatMap(exit -> asked(exit, secrets.halfOpen()))
                .forEach(address -> {
                    assertThat(browser.get().uri(address).header("Authorization", "Bearer " + token))
                            .as(address)
                            .hasStatus(401);
                    assertThat(browser.get().uri(address)).as(address).hasStatus(401);
                });
        exits().filter(exit -> !exit.api())
                .flatMap(exit -> asked(exit, secrets.halfOpen()))
                .forEach(address -> assertThat(browser.get().uri(address))
                        .as(address)
                        .bodyText()
                        .doesNotContain("zyqhid", "zyqfirm"));
    }

    @Test
    void insideEverythingIsThere() {
        for (var address :
                List.of("/posts/" + secrets.hidden, "/topics/zyqhidtopic", "/communities/" + secrets.unlisted)) {
            assertThat(ask(secrets.bruno, address, "text/html").body().toLowerCase(Locale.ROOT))
                    .as(address)
                    .contains("zyqhid");
        }
        assertThat(ask(secrets.bruno, "/reports/" + secrets.reported, "text/html")
                        .body())
                .contains("zyqhidvoice", "zyqhidmerger");
        assertThat(ask(secrets.bruno, "/files/" + secrets.picture + "/96", "text/html")
                        .status())
                .isEqualTo(200);
        assertThat(ask(secrets.wanda, "/files/" + secrets.plan, "text/html").body())
                .startsWith("zyqhidplan");
        assertThat(ask(secrets.wanda, "/files/" + secrets.annex, "text/html").body())
                .startsWith("zyqhidannex");
        assertThat(ask(secrets.wanda, "/files/" + secrets.photograph + "/640", "text/html")
                        .status())
                .isEqualTo(200);
        assertThat(ask(secrets.bruno, "/files/" + secrets.card + "/256", "text/html")
                        .status())
                .isEqualTo(200);
        assertThat(ask(secrets.bruno, "/?view=company", "text/html").body()).contains("class=\"well preview\"");
        assertThat(ask(secrets.wanda, "/files/" + secrets.recording + "/play", "text/html")
                        .status())
                .isEqualTo(200);
        assertThat(ask(secrets.wanda, "/files/" + secrets.recording + "/captions/en", "text/html")
                        .body())
                .contains("zyqhidcaption");
        assertThat(ask(secrets.wanda, "/posts/" + secrets.hidden, "text/html").body())
                .contains("zyqhidtranscript");
        assertThat(ask(priya, "/files/" + secrets.portrait + "/96", "text/html").status())
                .isEqualTo(200);
        assertThat(ask(secrets.wanda, "/posts/new?draft=" + secrets.draft, "text/html")
                        .body())
                .contains("zyqhiddraft");
        assertThat(ask(secrets.wanda, "/bookmarks", "text/html").body()).contains("zyqhidpost");
        assertThat(ask(secrets.wanda, "/drafts", "text/html").body()).contains("zyqhiddraft");
        assertThat(ask(secrets.bruno, "/search?q=zyqhi", "text/html").body()).contains("Zyqhid merger");
    }

    /** At every address but those that were looked at as they were compared with nothing. */
    private void saysNothing(Viewer outsider, Addresses compared, Addresses... others) {
        var forbidden = forbidden(outsider);
        var seen = exits().flatMap(exit -> compared(exit, compared).stream()).collect(Collectors.toSet());
        var walked = Stream.concat(Stream.of(compared), Stream.of(others))
                .flatMap(place -> exits().flatMap(exit -> asked(exit, place)))
                .filter(address -> !seen.contains(address))
                .distinct();
        assertThat(walked.flatMap(address -> accepts(address)
                        .filter(accept -> ask(outsider, address, accept).says(forbidden))
                        .map(accept -> address + " as " + accept)))
                .as("what " + outsider.name() + " is told")
                .isEmpty();
    }

    /** At no address of what is hidden is there a difference, or a word of it. */
    private void sameAsNothing(Viewer outsider, Addresses hidden) {
        var forbidden = forbidden(outsider);
        exits().filter(exit -> exit.pattern().contains("{")).forEach(exit -> {
            var nothing = Secrets.nothing().of(exit.pattern()).getFirst();
            for (var accept : ACCEPTS) {
                var missing = ask(outsider, nothing, accept);
                for (var address : compared(exit, hidden)) {
                    var hiddenOne = ask(outsider, address, accept);
                    assertThat(hiddenOne.says(forbidden))
                            .as("%s as %s tells %s", address, accept, outsider.name())
                            .isFalse();
                    assertThat(hiddenOne.difference(missing))
                            .as("%s as %s for %s", address, accept, outsider.name())
                            .isEmpty();
                    // As much work is as much time. That a file's number was given out tells nothing.
                    if (!exit.pattern().startsWith("/files/")) {
                        assertThat(hiddenOne.statements())
                                .as("%s as %s for %s", address, accept, outsider.name())
                                .isEqualTo(missing.statements());
                    }
                }
            }
        });
        exits().filter(exit -> !exit.pattern().startsWith("/administration"))
                .forEach(exit -> exit.parameters().stream()
                        .filter(NAMED::containsKey)
                        .forEach(name -> {
                            var noun = NAMED.getOrDefault(name, "");
                            var nothing = Secrets.nothing()
                                    .things()
                                    .getOrDefault(noun, List.of())
                                    .getFirst();
                            var path = Secrets.nothing().of(exit.pattern()).getFirst() + "?" + name + "=";
                            var missing = ask(outsider, path + nothing, "text/html");
                            for (var id : hidden.things().getOrDefault(noun, List.of())) {
                                assertThat(ask(outsider, path + id, "text/html").difference(missing))
                                        .as("%s for %s", path + id, outsider.name())
                                        .isEmpty();
                            }
                        }));
    }

    private static Pattern forbidden(Viewer outsider) {
        return Pattern.compile(outsider.employee() ? "zyqhid" : "zyqhid|zyqfirm", Pattern.CASE_INSENSITIVE);
    }

    private static List<String> compared(Exit exit, Addresses hidden) {
        var nothing = Secrets.nothing().of(exit.pattern()).getFirst();
        return exit.pattern().contains("{")
                ? hidden.of(exit.pattern()).stream()
                        .filter(address -> !address.equals(nothing))
                        .toList()
                : List.of();
    }

    private Map<String, Answer> walkAtLarge() {
        var answers = new TreeMap<String, Answer>();
        for (var outsider : List.of(priya, gil)) {
            exits().filter(exit -> !exit.pattern().contains("{") || outsider.employee())
                    .flatMap(exit -> asked(exit, secrets.halfOpen()))
                    .forEach(address ->
                            answers.put(outsider.name() + " " + address, ask(outsider, address, "text/html")));
        }
        return answers;
    }

    /** The addresses of an exit, bare and with each of its parameters. */
    private Stream<String> asked(Exit exit, Addresses things) {
        return things.of(exit.pattern()).stream().flatMap(path -> {
            var addresses = new ArrayList<>(List.of(path + needed(exit)));
            for (var name : exit.parameters()) {
                for (var value : values(name, exit)) {
                    addresses.add(path + needed(exit) + (needed(exit).isEmpty() ? "?" : "&") + name + "=" + value);
                }
            }
            return addresses.stream();
        });
    }

    // Parameters do not change what a handler produces.
    private static Stream<String> accepts(String address) {
        return address.contains("?") ? Stream.of(ACCEPTS.getFirst()) : ACCEPTS.stream();
    }

    private static String needed(Exit exit) {
        return exit.pattern().equals("/feed/waiting") ? "?view=company&since=2020-01-01T00:00:00Z" : "";
    }

    private static List<String> values(String parameter, Exit exit) {
        return switch (parameter) {
            case "q", "invitee" -> List.of("zyqhi", "zyqfir", "more");
            case "name" -> List.of("zyqhi merge");
            case "title" -> List.of("zyqhidquestion which seals");
            case "state" ->
                exit.pattern().endsWith("/reports") ? List.of("open", "handled") : List.of("open", "late", "answered");
            case "view" ->
                exit.pattern().endsWith("/questions")
                        ? List.of("for-me", "open", "late", "answered", "mine")
                        : exit.pattern().endsWith("/announcement")
                                ? List.of("missing", "done")
                                : List.of("for-me", "following", "company");
            case "kind" -> List.of("update", "question", "poll", "praise", "announcement", "article");
            case "purpose" -> List.of("business");
            case "membership" -> List.of("joined", "none", "member", "requested", "invited");
            case "role" -> List.of("owner", "member");
            case "unread", "inPlace", "different", "words", "full" -> List.of("true");
            case "limit" -> List.of("100");
            case "of" -> List.of("department", "site");
            case "list" -> List.of("departments", "communities");
            case "community" -> exit.pattern().startsWith("/administration") ? List.of("zyqhi", "zyqfirm") : List.of();
            case "post", "draft", "share" -> List.of();
            case "cursor",
                    "after",
                    "before",
                    "since",
                    "next",
                    "from",
                    "last",
                    "text",
                    "language",
                    "replyTo",
                    "asking",
                    "invited",
                    "within",
                    "was" -> List.of();
            default -> administration(exit, parameter);
        };
    }

    private static List<String> administration(Exit exit, String parameter) {
        if (parameter.equals("person")) {
            return List.of("zyqhi");
        } else if (!exit.pattern().startsWith("/administration")) {
            throw new AssertionError("What does %s mean to %s? Teach the walk.".formatted(parameter, exit.pattern()));
        }
        return List.of();
    }

    private Stream<Exit> exits() {
        return Exit.all(mappings).stream().filter(Exit::reads).filter(exit -> !LIVE.contains(exit.pattern()));
    }

    private Answer ask(Viewer viewer, String address, String accept) {
        var request = browser.get()
                .uri(address.replace(" ", "%20"))
                .with(viewer.equals(omar) ? as(viewer, ROLES) : as(viewer));
        var asked = accept.equals("frame") ? request.header("Turbo-Frame", "any") : request.header("Accept", accept);
        var results = new ArrayList<MvcTestResult>();
        var sent = StatementCount.during(() -> results.add(asked.exchange()));
        var result = results.getFirst();
        var response = result.getResponse();
        return new Answer(
                response.getStatus(),
                String.valueOf(response.getContentType()),
                String.valueOf(response.getHeader("Cache-Control")),
                text(result),
                sent.size());
    }

    private static String text(MvcTestResult result) {
        try {
            var response = result.getResponse();
            return response.getContentAsString() + response.getHeader("Location");
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void settle(Viewer viewer) {
        await().until(() -> jdbc.sql("select count(*) from notification where person_id = :id")
                        .param("id", viewer.id().value())
                        .query(Integer.class)
                        .single()
                > 0);
    }
}
