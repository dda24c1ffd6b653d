package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.io.IOException;

@ParvisTest
class ErrorPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    ErrorPages pages;

    @Test
    void whatIsNotThereIsAPageForPeople() {
        assertThat(browser.get().uri("/nowhere").with(as(cast.bruno())))
                .hasStatus(404)
                .bodyText()
                .contains("There is nothing here");
    }

    @Test
    void whatIsNotThereIsAProblemForPrograms() {
        assertThat(browser.get().uri("/api/v1/nowhere").with(as(cast.bruno())))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo(404);
    }

    @Test
    void whoeverHungUpIsNotAnswered() throws Exception {
        var answer = new MockHttpServletResponse();
        var hungUp = new AsyncRequestNotUsableException("Response not usable", new IOException("Broken pipe"));

        assertThat(pages.anything(new MockHttpServletRequest(), answer, hungUp)).isNull();
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    @Test
    void aVisitorIsAskedToSignIn() {
        assertThat(browser.get().uri("/nowhere")).hasStatus(302).redirectedUrl().startsWith("/sign-in");
        assertThat(browser.get().uri("/api/v1/nowhere")).hasStatus(401);
    }
}
