package org.parvis.platform.admission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.database.StatementTally;
import org.parvis.platform.web.Busy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Lets in as many requests as can be served at once, has some more wait for a second, and refuses the rest before anything
 * is asked about them: 503 with Retry-After, for everybody alike. Assets come from memory and need no place; a live stream
 * has one only while it is opened.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class Admission extends OncePerRequestFilter {

    private final Places places;
    private final Overflow overflow;
    private final SlowRequests slow;

    Admission(Places places, Overflow overflow, SlowRequests slow) {
        this.places = places;
        this.overflow = overflow;
        this.slow = slow;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PlacedRequest.readShortForm(request);
        var place = new Place(places);
        try {
            place.enter();
        } catch (Busy _) {
            slow.refused();
            overflow.answer(request, response);
            return;
        }
        serve(request, response, chain, place);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain, Place place)
            throws ServletException, IOException {
        var tally = StatementTally.begin();
        try {
            chain.doFilter(PlacedRequest.of(request, place), new PlacedResponse(response, place));
        } finally {
            StatementTally.end();
            place.leave();
            places.serve();
            slow.look(request, response, place, tally);
        }
    }
}
