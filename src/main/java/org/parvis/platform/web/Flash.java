package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A sentence for the page that follows a redirect. It travels in a short-lived cookie, so that no node has to remember
 * it; it is printed as text, never as markup.
 */
public final class Flash {

    private static final String COOKIE = "flash";

    /** Shows {@code sentence}, already in the reader's language, on the next page. */
    public static void say(HttpServletResponse response, String sentence) {
        var value = URLEncoder.encode(sentence.substring(0, Math.min(sentence.length(), 400)), StandardCharsets.UTF_8);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, Duration.ofMinutes(1)));
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        try {
            return URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build()
                .toString();
    }

    private Flash() {}
}
