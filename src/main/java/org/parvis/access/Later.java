package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import java.util.function.Function;

/** Too many tries, or too many people at once: the form is shown again as it was filled in, and says to come back. */
final class Later {

    private static final long BUSY_SECONDS = 5;

    /** {@code refusal} is a {@link TooMany}, or else means that the server is busy. */
    static ModelAndView say(
            RuntimeException refusal,
            String field,
            HttpServletResponse response,
            Function<Invalid, ModelAndView> form) {
        var seconds =
                refusal instanceof TooMany many ? Math.max(1, many.retryAfter().toSeconds()) : BUSY_SECONDS;
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        var tooMany = refusal instanceof TooMany;
        var page = form.apply(new Invalid(field, tooMany ? "access.later.too-many" : "access.later.busy"));
        page.setStatus(tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE);
        return page;
    }

    private Later() {}
}
