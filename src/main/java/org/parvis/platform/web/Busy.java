package org.parvis.platform.web;

/** More is asked at this moment than can be done: 503 with Retry-After. Where it happens often, a stack would cost most of it. */
public class Busy extends RuntimeException {

    public Busy(String with) {
        super(with, null, false, false);
    }
}
