package org.parvis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * An upload is no larger than a picture may be, but where a {@link UploadDoor} says otherwise. Who may come in has been
 * asked by then; of the body nothing has been read.
 */
@Component
@Order(UploadLimit.AFTER_SECURITY)
class UploadLimit extends OncePerRequestFilter {

    static final int AFTER_SECURITY = -95;

    private final Refusals refusals;
    private final List<UploadDoor> doors;
    private final DataSize limit;

    UploadLimit(
            Refusals refusals,
            List<UploadDoor> doors,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
        this.refusals = refusals;
        this.doors = doors;
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        var most = isForm(request) ? most(request) : null;
        if (most != null && isLonger(request, most)) {
            refusals.answer(request, response, new MaxUploadSizeExceededException(most.toBytes()));
        } else {
            next.doFilter(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private DataSize most(HttpServletRequest request) {
        return doors.stream()
                .filter(door -> door.isAt(request))
                .map(UploadDoor::most)
                .findFirst()
                .orElse(limit);
    }

    // A body that does not say how long it is may be of any length; browsers say it.
    private static boolean isLonger(HttpServletRequest request, DataSize most) {
        var length = request.getContentLengthLong();
        return length > most.toBytes() || length < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}
