package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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
        Cookies.write(answered(), response, COOKIE, value, Duration.ofMinutes(1));
    }

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        var value = Cookies.read(request, COOKIE);
        value.ifPresent(read -> Cookies.write(request, response, COOKIE, "", Duration.ZERO));
        try {
            return value.map(read -> URLDecoder.decode(read, StandardCharsets.UTF_8))
                    .orElse(null);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static HttpServletRequest answered() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private Flash() {}
}
