package org.parvis.integrations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.ApiAddress;
import org.parvis.platform.web.Refusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.util.Set;

/** What a program sends is at most a megabyte, the longest text escaped character by character included; else 413. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class BoundedBodies extends OncePerRequestFilter {

    static final int MOST = 1 << 20;

    private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusals refusals;

    BoundedBodies(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT.contains(request.getMethod()) || !ApiAddress.of(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        var body = announced > MOST ? new byte[0] : request.getInputStream().readNBytes(MOST + 1);
        if (announced > MOST || body.length > MOST) {
            refusals.answer(request, response, new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE));
        } else {
            chain.doFilter(new RepeatableRequest(request, body), response);
        }
    }
}
