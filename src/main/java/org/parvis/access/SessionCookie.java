package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.PublicAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.time.Duration;
import java.util.Optional;

/**
 * Carries a session's token between browser and server: not for scripts, not across sites. By https its name has the
 * prefix that forbids any neighbouring site to set it.
 */
@Component
class SessionCookie {

    private static final String NAME = "parvis_session";

    private final boolean secure;

    SessionCookie(PublicAddress address) {
        this.secure = address.secure();
    }

    String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    Optional<OpaqueToken> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name()))
                .map(cookie -> new OpaqueToken(cookie.getValue()))
                .filter(token -> !token.text().isEmpty());
    }

    void write(HttpServletResponse response, OpaqueToken token) {
        set(response, token.text(), SignInSessions.LIFETIME);
    }

    void clear(HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
