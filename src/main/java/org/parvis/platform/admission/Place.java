package org.parvis.platform.admission;

import org.parvis.platform.web.Busy;

import java.time.Duration;

/**
 * The place of one request. It is given back while a body is on its way in, and for good when the answer is on its way
 * out: whoever sends or reads slowly keeps nobody waiting. Used by the request's thread alone.
 */
final class Place {

    private final Places places;
    private boolean held;
    private boolean over;
    private long since;
    private long waited;
    private long served;

    Place(Places places) {
        this.places = places;
    }

    void enter() {
        take(places::enter);
    }

    /** While the rest of a body comes in. */
    void pause() {
        if (held) {
            held = false;
            served += System.nanoTime() - since;
            places.leave();
        }
    }

    /** When the body is there; the request is refused as {@link Busy} when there is no place in time. */
    void resume() {
        if (!held && !over) take(places::enterAgain);
    }

    /** What remains is sending. */
    void leave() {
        over = true;
        pause();
    }

    /** In the queue, all in all. */
    Duration waited() {
        return Duration.ofNanos(waited);
    }

    /** In a place, all in all: without what waiting for the other side took. */
    Duration served() {
        return Duration.ofNanos(served);
    }

    private void take(Entrance entrance) {
        var began = System.nanoTime();
        held = entrance.isOpen();
        since = System.nanoTime();
        waited += since - began;
        if (!held) {
            over = true;
            throw new Busy("all places are taken");
        }
    }

    private interface Entrance {

        boolean isOpen();
    }
}
