package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import java.time.Duration;
import java.util.Optional;

/**
 * Every cookie of ours: not for scripts, not across sites. By https its name has the prefix that forbids any neighbouring
 * site to set it (RFC 6265bis, section 4.1.3.2).
 */
public final class Cookies {

    /** Set on requests by {@link PageHeaders} where the network is reached by https. */
    static final String BY_HTTPS = Cookies.class.getName() + ".byHttps";

    public static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, fullName(request, name)))
                .map(cookie -> cookie.getValue())
                .filter(value -> !value.isEmpty());
    }

    public static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration age) {
        var cookie = ResponseCookie.from(fullName(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(byHttps(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String fullName(HttpServletRequest request, String name) {
        return byHttps(request) ? "__Host-" + name : name;
    }

    private static boolean byHttps(HttpServletRequest request) {
        return request.getAttribute(BY_HTTPS) != null;
    }

    private Cookies() {}
}
