package org.parvis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** What breaks before any controller is asked is answered as if it had broken there: a database that is away is busy. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class FilterFaults extends OncePerRequestFilter {

    private final Refusals refusals;

    FilterFaults(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException fault) {
            if (response.isCommitted()) {
                throw fault;
            }
            refusals.answer(request, response, fault);
        }
    }
}
