package org.parvis.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Refuses a query that is no text (RFC 3986, section 2.1, in UTF-8) or holds a NUL, which no column can keep: 400 at the
 * door, rather than a fault wherever the parameter is first read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ReadableAddresses extends OncePerRequestFilter {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00");

    private final Refusals refusals;

    ReadableAddresses(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (query == null || isText(query)) {
            chain.doFilter(request, response);
        } else {
            refusals.answer(request, response, new ResponseStatusException(HttpStatus.BAD_REQUEST));
        }
    }

    private static boolean isText(String query) {
        return query.indexOf('%') < 0 || !BROKEN.matcher(query).find() && isUtf8(query);
    }

    private static boolean isUtf8(String query) {
        var bytes = ByteBuffer.allocate(query.length());
        for (var at = 0; at < query.length(); at++) {
            if (query.charAt(at) == '%') {
                bytes.put((byte) Integer.parseInt(query, at + 1, at + 3, 16));
                at += 2;
            } else {
                // What is not escaped parts the escapes from one another, whatever it is.
                bytes.put((byte) '.');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
