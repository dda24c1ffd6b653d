package org.parvis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.io.IOException;
import java.util.Locale;

/**
 * No body that is read into memory is longer than the longest text takes, whoever sends it and by whichever method:
 * filters and converters read to the end, before anybody has asked who is there. Files go to the disk and have limits of
 * their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    /** In bytes: a form with the longest text, every character of it escaped. */
    static final int MOST = 2_560 * 1024;

    private final Refusals refusals;

    BodyLimit(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getContentLengthLong() > MOST) {
                throw new MaxUploadSizeExceededException(MOST);
            }
            chain.doFilter(saysHowLong(request) ? request : new BoundedRequest(request, MOST), response);
        } catch (MaxUploadSizeExceededException tooLong) {
            refusals.answer(request, response, tooLong);
        }
    }

    // What comes in chunks may be of any length.
    private static boolean saysHowLong(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") == null;
    }
}
