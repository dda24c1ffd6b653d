package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every handler there is, tried without signing in: what is not in the short list of public doors is closed. */
@ParvisTest
class DoorsTests {

    private record Door(HttpMethod method, String path) {}

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyHandlerButThePublicDoorsAsksWhoIsThere() {
        var open = doors().filter(door -> !isPublic(door.path()))
                .filter(door -> !closed(door))
                .toList();
        assertThat(open).isEmpty();
    }

    @Test
    void administrationAsksForTheRole() {
        var open = doors().filter(door -> door.path().startsWith("/administration"))
                .filter(door -> browser.method(door.method())
                                .uri(door.path())
                                .with(as(cast.bruno(), "EDITOR", "MODERATOR", "COMMUNITY_MANAGER"))
                                .exchange()
                                .getResponse()
                                .getStatus()
                        != 403)
                .toList();
        assertThat(open).isEmpty();
        assertThat(browser.get().uri("/administration/anything").with(as(cast.bruno())))
                .hasStatus(403)
                .bodyText()
                .contains("This is not yours to do");
    }

    @Test
    void aProgramThatIsNotKnownIsToldHowToBe() {
        assertThat(browser.get().uri("/api/v1/me").header("Authorization", "Bearer nonsense"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentType("application/problem+json");
    }

    private boolean closed(Door door) {
        var response = browser.method(door.method()).uri(door.path()).exchange().getResponse();
        var location = response.getHeader("Location");
        return response.getStatus() == 401
                || response.getStatus() == 302 && location != null && location.startsWith("/sign-in");
    }

    private static boolean isPublic(String path) {
        var matcher = new AntPathMatcher();
        return Stream.of(SecurityRules.PUBLIC).anyMatch(pattern -> matcher.match(pattern, path));
    }

    private Stream<Door> doors() {
        return mappings.getHandlerMethods().keySet().stream().flatMap(DoorsTests::doors);
    }

    private static Stream<Door> doors(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : List.copyOf(methods);
        return mapping.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]*\\}", "1").replace("**", "1"))
                .flatMap(path -> asked.stream().map(method -> new Door(HttpMethod.valueOf(method.name()), path)));
    }
}
