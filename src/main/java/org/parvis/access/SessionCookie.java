package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.Cookies;

import java.time.Duration;
import java.util.Optional;

/** Carries a session's token between browser and server. */
final class SessionCookie {

    private static final String NAME = "parvis_session";

    static Optional<OpaqueToken> read(HttpServletRequest request) {
        return Cookies.read(request, NAME).map(OpaqueToken::new);
    }

    static void write(HttpServletRequest request, HttpServletResponse response, OpaqueToken token) {
        Cookies.write(request, response, NAME, token.text(), SignInSessions.LIFETIME);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        Cookies.write(request, response, NAME, "", Duration.ZERO);
    }

    private SessionCookie() {}
}
