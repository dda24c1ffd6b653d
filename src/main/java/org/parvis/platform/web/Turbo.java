package org.parvis.platform.web;

/** Names Turbo and we must agree on. */
public final class Turbo {

    /** Media type of a Turbo Stream, also what a handler {@code produces} to answer in place. */
    public static final String STREAM = "text/vnd.turbo-stream.html";

    /** The header by which Turbo asks for one frame of a page. */
    public static final String FRAME = "Turbo-Frame";

    private Turbo() {}
}
