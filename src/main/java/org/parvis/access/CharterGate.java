package org.parvis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.access.SignedInSession.Consent;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Refusals;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Leads whoever has yet to accept the charter to it, wherever they wanted to go. What somebody was just writing when it
 * changed is still taken, and their next page asks.
 */
class CharterGate extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of(
            "/welcome",
            "/set-up",
            "/sign-in",
            "/sign-out",
            "/settings/language",
            "/settings/theme",
            "/language",
            "/error");

    private final Refusals refusals;

    CharterGate(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var consent = consent();
        var reading = request.getMethod().equals("GET");
        if (consent == Consent.GIVEN || open(request.getRequestURI()) || consent == Consent.TO_BE_RENEWED && !reading) {
            chain.doFilter(request, response);
        } else if (reading) {
            response.sendRedirect("/welcome?next=" + URLEncoder.encode(path(request), StandardCharsets.UTF_8));
        } else {
            refusals.answer(request, response, new Forbidden("charter not accepted"));
        }
    }

    private static Consent consent() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInSession session
                ? session.consent()
                : Consent.GIVEN;
    }

    private static boolean open(String path) {
        return OPEN.contains(path)
                || path.startsWith("/assets/")
                || path.startsWith("/links/")
                || path.startsWith("/unsubscribe/")
                || path.startsWith("/feeds/");
    }

    static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
