package org.parvis.platform.web;

import java.time.Duration;

/** Asked too often: 429 with Retry-After. */
public class TooMany extends RuntimeException {

    private final Duration retryAfter;

    public TooMany(Duration retryAfter) {
        super("too many, retry after " + retryAfter);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
