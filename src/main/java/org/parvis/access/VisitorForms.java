package org.parvis.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.Refusals;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.io.IOException;

/** Whoever is not signed in has little to say: what is longer is not read, so that a crowd of strangers fills no memory. */
class VisitorForms extends OncePerRequestFilter {

    /** In bytes: the longest form of a public door, set-up's, takes a twentieth. */
    static final int MOST = 64 * 1024;

    private final Refusals refusals;

    VisitorForms(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isVisitors() && mayBeLong(request)) {
            refusals.answer(request, response, new MaxUploadSizeExceededException(MOST));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isVisitors() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }

    // What comes in chunks does not say how long it is; browsers say it.
    private static boolean mayBeLong(HttpServletRequest request) {
        return request.getContentLengthLong() > MOST || request.getHeader("Transfer-Encoding") != null;
    }
}
