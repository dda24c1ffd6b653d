package org.parvis.platform.web;

/** There is no such thing, or it is not for this viewer: 404, the same bytes for both. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
