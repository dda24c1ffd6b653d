package org.parvis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/**
 * Refuses whatever would change something on behalf of another site. Browsers say where a request comes from and no
 * script can make them lie; what says nothing at all is no browser, and carries nobody's cookies.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class CrossSiteRefusal extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final PublicAddress address;
    private final Refusals refusals;

    CrossSiteRefusal(PublicAddress address, Refusals refusals) {
        this.address = address;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || ours(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(request, response, new Forbidden("cross-site"));
        }
    }

    private boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? ourOrigin(request, request.getHeader("Origin")) : OURS.contains(site);
    }

    private boolean ourOrigin(HttpServletRequest request, @Nullable String origin) {
        return origin == null
                || origin.equals(address.origin())
                || !address.given() && origin.equals("http://" + request.getHeader("Host"));
    }
}
