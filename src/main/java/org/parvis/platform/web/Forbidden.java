package org.parvis.platform.web;

/** The viewer may read it but not do this to it: 403. */
public class Forbidden extends RuntimeException {

    public Forbidden(String why) {
        super(why);
    }
}
