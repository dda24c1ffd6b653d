package org.parvis.platform.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.database.StatementTally;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.time.LogPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

import java.time.Clock;
import java.time.Duration;

/** Tells the log what took long, by its kind: the route and never the address, for that names things and people. */
@Component
class SlowRequests {

    private static final Logger log = LoggerFactory.getLogger(SlowRequests.class);

    private final Duration threshold;
    private final LogPace pace;
    private final LogPace refusals;

    SlowRequests(ParvisSettings settings, Clock clock) {
        threshold = settings.slowRequest();
        pace = new LogPace(clock, 30);
        refusals = new LogPace(clock, 1);
    }

    void look(HttpServletRequest request, HttpServletResponse response, Place place, StatementTally tally) {
        var took = place.waited().plus(place.served());
        if (took.compareTo(threshold) < 0) return;
        pace.tell(untold -> log.warn(
                "Slow request: {} {} {} took {} ms, of which {} waiting for a place, and {} for {} statements{}",
                request.getMethod(),
                route(request),
                response.getStatus(),
                took.toMillis(),
                place.waited().toMillis(),
                tally.time().toMillis(),
                tally.count(),
                untold));
    }

    void refused() {
        refusals.tell(untold -> log.warn("More comes in than can be served: requests are refused{}", untold));
    }

    private static Object route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(no route)" : pattern;
    }
}
