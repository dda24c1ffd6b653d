package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every address that changes something, tried by everyone to whom the thing does not belong, and for other sites. */
@ParvisTest
@Import(Secrets.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // hideThings fills it
class WriteWalkTests {

    private static final Map<String, String> FORM = Map.of(
            "text", "Changed by somebody else",
            "name", "Changed by somebody else",
            "description", "Changed",
            "purpose", "leisure",
            "access", "open",
            "role", "owner",
            "reason", "Because",
            "about", "Changed by somebody else",
            "title", "Changed",
            "jobTitle", "Changed");
    private static final String JSON = """
            {"text": "Changed by somebody else", "name": "Changed by somebody else", "description": "Changed",
             "purpose": "leisure", "access": "open", "role": "owner", "reason": "Because", "archived": true}
            """;

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

    private Viewer omar;

    @BeforeAll
    void hideThings() {
        omar = secrets.omar();
        secrets.openWorld();
        secrets.hide();
        secrets.importPrivateGroup(browser);
    }

    @Test
    void whatIsHiddenCannotBeTouched() {
        for (var outsider : List.of(cast.priya(), cast.lucia(), omar)) {
            touchesNothing(outsider, secrets.hidden());
        }
        touchesNothing(cast.gil(), secrets.hiddenFromGuests());
    }

    @Test
    void whatIsHiddenIsNotThereWhenAFormNamesItEither() {
        var hidden = secrets.hidden().things();
        var before = Fingerprint.of(jdbc);
        for (var outsider : List.of(cast.priya(), cast.lucia(), omar)) {
            for (var community : hidden.getOrDefault("communities", List.of())) {
                sameAsNothing(outsider, "/api/v1/reports", "community", community);
                for (var form : List.of("/posts", "/posts/form", "/posts/preview", "/drafts/planned")) {
                    sameAsNothing(outsider, form, "community", community);
                }
            }
            for (var post : hidden.getOrDefault("posts", List.of())) {
                sameAsNothing(outsider, "/api/v1/reports", "post", post);
            }
            for (var comment : hidden.getOrDefault("comments", List.of())) {
                sameAsNothing(outsider, "/posts/" + secrets.wall + "/comments", "replyTo", comment);
                sameAsNothing(outsider, "/api/v1/posts/" + secrets.wall + "/comments", "replyTo", comment);
                sameAsNothing(outsider, "/api/v1/reports", "comment", comment);
            }
        }
        assertThat(Fingerprint.changed(jdbc, before)).isEmpty();
    }

    private void sameAsNothing(Viewer outsider, String address, String name, String id) {
        for (var accept : List.of("text/html", "text/vnd.turbo-stream.html, text/html", "application/json")) {
            var there = formAnswer(outsider, address, name, id, accept);
            // A preview in place says nothing of the place.
            if (!there.startsWith("200") || !address.equals("/posts/preview")) {
                assertThat(there)
                        .as("%s with %s=%s as %s", address, name, id, accept)
                        .startsWith("404");
            }
            assertThat(there.equals(formAnswer(outsider, address, name, "99999999", accept)))
                    .as("%s with %s=%s as %s for %s is as nothing", address, name, id, accept, outsider.name())
                    .isTrue();
        }
    }

    private String formAnswer(Viewer viewer, String address, String name, String id, String accept) {
        var request = browser.post().uri(address).accept(accept).with(asThey(viewer));
        return text((address.startsWith("/api/")
                        ? request.contentType(MediaType.APPLICATION_JSON)
                                .content("{\"text\": \"A guess\", \"%s\": \"%s\"}".formatted(name, id))
                        : request.param("text", "A guess")
                                .param("turn", "update")
                                .param("inPlace", "true")
                                .param(name, id))
                .exchange()
                .getResponse());
    }

    private RequestPostProcessor asThey(Viewer viewer) {
        return viewer.equals(omar)
                ? as(viewer, "ADMINISTRATOR", "COMMUNITY_MANAGER", "EDITOR", "MODERATOR")
                : as(viewer);
    }

    @Test
    void whatBelongsToOthersCannotBeChanged() {
        var priya = cast.priya();
        var before = Fingerprint.of(jdbc);
        unsafe().filter(exit -> exit.pattern().contains("{"))
                .filter(exit -> !anyoneMay(exit))
                .forEach(exit -> secrets.halfOpen().of(exit.pattern()).forEach(address -> {
                    assertThat(send(exit, address)
                                    .with(as(priya))
                                    .exchange()
                                    .getResponse()
                                    .getStatus())
                            .as("%s %s", exit.method(), address)
                            .isIn(403, 404);
                    assertThat(Fingerprint.changed(jdbc, before))
                            .as("%s %s", exit.method(), address)
                            .isEmpty();
                }));
    }

    @Test
    void visitorsAndClosedAccountsChangeNothing() {
        var youssef = cast.youssef();
        var token = Tokens.give(jdbc, youssef);
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", youssef.id().value())
                .update();
        var before = Fingerprint.of(jdbc);
        unsafe().filter(exit -> !open(exit))
                .forEach(exit -> secrets.halfOpen()
                        .of(exit.pattern())
                        .forEach(address -> assertThat(send(exit, address)
                                        .header("Authorization", "Bearer " + token)
                                        .exchange()
                                        .getResponse()
                                        .getStatus())
                                .as("%s %s", exit.method(), address)
                                .isIn(302, 401)));
        assertThat(Fingerprint.changed(jdbc, before)).isEmpty();
    }

    @Test
    void noOtherSiteChangesAnything() {
        var before = Fingerprint.of(jdbc);
        unsafe().forEach(exit -> {
            var address = secrets.halfOpen().of(exit.pattern()).getFirst();
            for (var header : List.of(
                    List.of("Sec-Fetch-Site", "cross-site"),
                    List.of("Sec-Fetch-Site", "same-site"),
                    List.of("Origin", "https://elsewhere.example"),
                    List.of("Origin", "null"))) {
                assertThat(send(exit, address)
                                .header(header.getFirst(), header.getLast())
                                .with(as(secrets.bruno, "ADMINISTRATOR")))
                        .as("%s %s with %s", exit.method(), address, header)
                        .hasStatus(403);
            }
        });
        assertThat(Fingerprint.changed(jdbc, before)).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteIsNoJson() {
        unsafe().filter(Exit::api).forEach(exit -> {
            var address = secrets.halfOpen().of(exit.pattern()).getFirst();
            for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
                var status = browser.method(exit.method())
                        .uri(address)
                        .contentType(type)
                        .content(JSON)
                        .header("Cookie", "parvis_session=whatever")
                        .exchange()
                        .getResponse()
                        .getStatus();
                assertThat(status)
                        .as("%s %s as %s", exit.method(), address, type)
                        .isEqualTo(401);
            }
        });
    }

    @Test
    void askingChangesNothing() {
        var before = Fingerprint.of(jdbc);
        Exit.all(mappings).stream()
                .filter(Exit::reads)
                .filter(exit -> !exit.pattern().endsWith("/live"))
                .forEach(exit -> secrets.halfOpen().of(exit.pattern()).forEach(address -> {
                    for (var method : List.of("delete", "patch", "put", "post")) {
                        browser.get()
                                .uri(address + "?_method=" + method)
                                .with(as(secrets.bruno, "ADMINISTRATOR"))
                                .header("X-HTTP-Method-Override", method)
                                .exchange();
                    }
                }));
        assertThat(Fingerprint.changed(jdbc, before)).isEmpty();
    }

    private void touchesNothing(Viewer outsider, Addresses hidden) {
        var before = Fingerprint.of(jdbc);
        unsafe().filter(exit -> !exit.pattern().startsWith("/administration/people"))
                .filter(
                        exit -> exit.pattern()
                                .matches(
                                        ".*/(communities|posts|bookmarks|announcements|comments|topics|people|reports|drafts)/\\{.*"))
                // Whoever followed a topic may stop, whatever became of it; what nobody begins with may be taken away.
                .filter(exit -> !exit.toString().matches(".*DELETE.*(topics/\\{name}/(follow|mute)|/newcomers/).*"))
                .forEach(exit -> {
                    var nothing =
                            answer(exit, Secrets.nothing().of(exit.pattern()).getFirst(), outsider);
                    for (var address : hidden.of(exit.pattern())) {
                        var answer = answer(exit, address, outsider);
                        assertThat(answer.substring(0, 3))
                                .as("%s %s by %s", exit.method(), address, outsider.name())
                                .isIn("403", "404");
                        assertThat(answer.equals(nothing))
                                .as(
                                        "%s %s by %s is as %s",
                                        exit.method(), address, outsider.name(), nothing.substring(0, 3))
                                .isTrue();
                    }
                });
        assertThat(Fingerprint.changed(jdbc, before))
                .as("after %s", outsider.name())
                .isEmpty();
    }

    private String answer(Exit exit, String address, Viewer viewer) {
        return text(send(exit, address).with(asThey(viewer)).exchange().getResponse());
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getStatus() + " " + response.getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What everybody may do to what they can read or find: react, comment, follow, mute, bookmark, report, confirm, ask to come in. */
    private static boolean anyoneMay(Exit exit) {
        return exit.pattern()
                        .matches(
                                ".*/(reactions/\\{kind}|follow|membership|report|mute|bookmark|bookmarks/\\{post}|topics/\\{name}/(follow|mute))")
                || exit.pattern().matches(".*/(acknowledgement|reading|articles/feed)")
                || exit.pattern().matches(".*/posts/\\{\\w+}/comments")
                || exit.pattern().startsWith("/settings/")
                || exit.pattern().startsWith("/feed/muted/")
                || open(exit);
    }

    private static boolean open(Exit exit) {
        return exit.pattern().startsWith("/links/")
                || exit.pattern().startsWith("/unsubscribe/")
                || Set.of("/sign-in", "/sign-out", "/forgotten", "/no-password-yet", "/language", "/set-up", "/error")
                        .contains(exit.pattern());
    }

    private Stream<Exit> unsafe() {
        return Exit.all(mappings).stream().filter(exit -> !exit.reads());
    }

    private MockMvcRequestBuilder send(Exit exit, String address) {
        var request = browser.method(exit.method()).uri(address);
        if (exit.pattern().matches(".*/(photo|picture)")) {
            return request.with(WriteWalkTests::withPicture);
        } else if (exit.api()) {
            return request.contentType(MediaType.APPLICATION_JSON).content(JSON);
        } else {
            FORM.forEach(request::param);
            return request;
        }
    }

    private static MockHttpServletRequest withPicture(MockHttpServletRequest request) {
        request.setContentType("multipart/form-data");
        request.addPart(new MockPart("photo", "p.png", Secrets.picture(), MediaType.IMAGE_PNG));
        return request;
    }
}
