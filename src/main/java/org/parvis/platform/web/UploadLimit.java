package org.parvis.imports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.Refusals;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.io.IOException;
import java.util.Locale;

/** Everywhere but on the pages of imports, which ask for the role, an upload is no larger than a picture may be. */
@Component
@Order(UploadConfiguration.AFTER_SECURITY)
class UploadLimit extends OncePerRequestFilter {

    private final Refusals refusals;
    private final DataSize limit;

    UploadLimit(Refusals refusals, @Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
        this.refusals = refusals;
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        if (isForm(request) && !isImport(request) && isTooLarge(request)) {
            refusals.answer(request, response, new MaxUploadSizeExceededException(limit.toBytes()));
        } else {
            next.doFilter(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean isImport(HttpServletRequest request) {
        return request.getRequestURI().equals("/administration/imports");
    }

    // A body that does not say how long it is may be of any length; browsers say it.
    private boolean isTooLarge(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length > limit.toBytes() || length < 0 && request.getHeader("Transfer-Encoding") != null;
    }
}
