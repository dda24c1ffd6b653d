package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.web.ApiAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Pages are somebody's own: no cache on the way keeps them, and the browser asks before it shows one again. What programs
 * get is kept by nobody.
 */
class PrivatePages implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, ApiAddress.of(request) ? "no-store" : "private, no-cache");
        }
    }
}
