package org.parvis.platform.web;

/** What is asked for contradicts what is there: 409. The text is a message key. */
public class Conflict extends RuntimeException {

    public Conflict(String messageKey) {
        super(messageKey);
    }
}
