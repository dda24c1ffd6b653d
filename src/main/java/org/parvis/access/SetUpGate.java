package org.parvis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Pages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Until the network is set up, every page leads to where that is done; then pages speak its languages. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class SetUpGate extends OncePerRequestFilter {

    private final Network network;

    SetUpGate(Network network) {
        this.network = network;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals("/set-up")
                || path.equals("/language")
                || path.startsWith("/assets/")
                || path.startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var identity = network.identity();
        if (identity.isPresent()) {
            Pages.speak(request, identity.get().languages(), identity.get().defaultLocale());
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/set-up");
        }
    }
}
