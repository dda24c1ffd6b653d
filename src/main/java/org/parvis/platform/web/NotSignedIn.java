package org.parvis.platform.web;

/** A program that does not say, or does not rightly say, on whose behalf it asks: 401. */
public class NotSignedIn extends RuntimeException {

    public NotSignedIn() {
        super("no valid token");
    }
}
