package org.parvis.integrations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.integrations.IdempotencyKeys.Answer;
import org.parvis.integrations.IdempotencyKeys.Use;
import org.parvis.people.Viewer;
import org.parvis.platform.web.ApiAddress;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Refusals;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * A POST of the API that carries an {@code Idempotency-Key} has its effect once, however often it is sent: what it does
 * and the answer kept for its key are one transaction. The answer leaves after the commit. An upload takes no key: no
 * transaction waits for a body that long, and what is sent twice and published once goes by itself.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100)
class IdempotentPosts extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Refusals refusals;

    IdempotentPosts(IdempotencyKeys keys, TransactionTemplate transaction, Refusals refusals) {
        this.keys = keys;
        this.transaction = transaction;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !ApiAddress.of(request)
                || request.getHeader(HEADER) == null
                || isUpload(request)
                || viewer(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var viewer = Objects.requireNonNull(viewer(request));
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refusals.answer(request, response, new Invalid(HEADER, "integrations.idempotency.key", LONGEST_KEY));
            return;
        }
        var repeatable = new RepeatableRequest(request);
        var answering = new ContentCachingResponseWrapper(response);
        try {
            once(new Use(viewer.id(), request.getRequestURI(), key), repeatable, answering, chain);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (RuntimeException refused) {
            // Also when the database is away, or when the commit fails: then nothing was done.
            refusals.answer(request, response, refused);
            return;
        }
        answering.copyBodyToResponse();
    }

    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    private void once(Use use, RepeatableRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        transaction.executeWithoutResult(status -> {
            if (!keys.hold(use)) {
                throw new Conflict("integrations.idempotency.running");
            }
            var hash = hash(request.body());
            var known = keys.find(use);
            if (known.isEmpty()) {
                pass(request, response, chain);
                if (response.getStatus() < 400) {
                    keys.keep(use, answer(hash, response));
                } else {
                    status.setRollbackOnly();
                }
            } else if (known.get().isFor(hash)) {
                repeat(known.get(), response);
            } else {
                throw new Invalid(HEADER, "integrations.idempotency.other");
            }
        });
    }

    private static void pass(RepeatableRequest request, ContentCachingResponseWrapper response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (ServletException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static Answer answer(byte[] hash, ContentCachingResponseWrapper response) {
        return new Answer(
                hash, response.getStatus(), response.getHeader(HttpHeaders.LOCATION), response.getContentAsByteArray());
    }

    private static void repeat(Answer answer, ContentCachingResponseWrapper response) {
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static @Nullable Viewer viewer(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Viewer viewer
                ? viewer
                : null;
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
