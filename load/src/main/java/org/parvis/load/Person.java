package org.parvis.load;

import java.util.concurrent.atomic.AtomicInteger;

/** Somebody with a browser of their own: who they are, and what the last pages showed them. */
final class Person {

    // The server gives nobody more than six at once, and hears late who has left.
    private static final int STREAMS = 4;

    private final int number;
    private final String cookie;
    private volatile Sight sight = Sight.NOTHING;
    private volatile Sheet sheet = Sheet.NONE;
    private final AtomicInteger streams = new AtomicInteger();

    Person(int number, String secret) {
        this.number = number;
        this.cookie = "parvis_session=" + secret + number;
    }

    int number() {
        return number;
    }

    String cookie() {
        return cookie;
    }

    Sight sight() {
        return sight;
    }

    void see(Sight seen) {
        sight = seen;
    }

    /** The sheet to write a post on that lies open before them, if one does. */
    Sheet sheet() {
        return sheet;
    }

    void open(Sheet opened) {
        sheet = opened;
    }

    /** Whether they have so few pages open that one more is likely. */
    boolean opensMore() {
        return streams.get() < STREAMS;
    }

    void listens() {
        streams.incrementAndGet();
    }

    void left() {
        streams.decrementAndGet();
    }
}
