package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.stream.Stream;

/** What every answer says to the browser and to caches on the way, refusals and errors included, by https. */
@ParvisTest
@Import(Secrets.class)
@TestPropertySource(properties = "parvis.public-url=https://network.example.org")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadersTests {

    private static final RequestPostProcessor VISITOR = request -> request;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Secrets secrets;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @BeforeAll
    void somethingToShow() {
        secrets.openWorld();
        secrets.hide();
    }

    @Test
    void everyAnswerProtectsItsReader() {
        for (var reader : List.of(VISITOR, as(secrets.bruno), as(cast.nadia(), "ADMINISTRATOR"))) {
            for (var things : List.of(secrets.halfOpen(), Secrets.nothing())) {
                exits().forEach(exit -> protects(exit, things.of(exit.pattern()).getFirst(), reader));
            }
        }
    }

    @Test
    void whatIsRefusedBeforeItIsLookedAtProtectsItsReaderToo() {
        for (var refused : List.of(
                browser.get().uri("/sign-in;a=b"),
                browser.post().uri("/sign-in").header("Origin", "https://elsewhere.example"))) {
            var answer = refused.exchange().getResponse();
            assertThat(answer.getStatus()).isIn(400, 403);
            assertThat(answer.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    private Stream<Exit> exits() {
        return Exit.all(mappings).stream().filter(exit -> !exit.pattern().endsWith("/live"));
    }

    private void protects(Exit exit, String address, RequestPostProcessor reader) {
        var what = exit.method() + " " + address;
        var answer = browser.method(exit.method())
                .uri(address)
                .with(reader)
                .exchange()
                .getResponse();
        assertThat(answer.getHeader("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .as(what)
                .matches("sandbox; default-src 'none'|default-src 'self'.*|.*default-src 'none'.*")
                .doesNotContain("unsafe-", "*");
        assertThat(String.valueOf(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'")
                        || "DENY".equals(answer.getHeader("X-Frame-Options")))
                .as(what)
                .isTrue();
        assertThat(answer.getHeader("Referrer-Policy")).as(what).isIn("same-origin", "no-referrer");
        assertThat(answer.getHeader("Strict-Transport-Security")).as(what).startsWith("max-age=31536000");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.getHeader("Server")).as(what).isNull();
        assertThat(answer.getHeader("X-Powered-By")).as(what).isNull();
        keepsToItself(what, answer, exit.pattern().startsWith("/assets/") && answer.getStatus() == 200);
    }

    private static void keepsToItself(String what, MockHttpServletResponse answer, boolean everybodys) {
        if (!everybodys) {
            assertThat(answer.getHeader("Cache-Control")).as(what).matches("private.*|no-store");
        }
        assertThat(answer.getHeaders("Set-Cookie"))
                .as(what)
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "; SameSite=", "Path=/"));
        var type = String.valueOf(answer.getContentType());
        if (type.startsWith("text/")) {
            assertThat(type).as(what).containsIgnoringCase("charset=UTF-8");
        }
    }
}
