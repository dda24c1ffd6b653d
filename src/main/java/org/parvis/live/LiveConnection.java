package org.parvis.live;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.springframework.security.core.Authentication;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One open stream. It holds no thread: a virtual one comes when there is something to say and goes when it is said. A
 * reader so slow that {@link #MOST} things wait is cut and comes back by itself.
 */
final class LiveConnection {

    static final int MOST = 200;

    private final Viewer viewer;
    private final Authentication authentication;
    private final Consumer<LiveConnection> gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final long begun;
    private @Nullable LiveWire wire;
    private boolean started;
    private boolean writing;
    private boolean closed;

    LiveConnection(Viewer viewer, Authentication authentication, long begun, Consumer<LiveConnection> gone) {
        this.viewer = viewer;
        this.authentication = authentication;
        this.begun = begun;
        this.gone = gone;
    }

    long person() {
        return viewer.id().value();
    }

    Authentication authentication() {
        return authentication;
    }

    /** The position from which on it hears what is passed on. */
    long begun() {
        return begun;
    }

    /** Says first what was missed; what came meanwhile follows it. */
    synchronized void start(String greeting) {
        waiting.addFirst(greeting);
        started = true;
        write();
    }

    /** The headers have left, and what waits follows. */
    synchronized void carriedBy(LiveWire bare) {
        wire = bare;
        if (closed) {
            bare.end();
        } else {
            write();
        }
    }

    synchronized void say(LiveEvent event) {
        if (event.position() > begun) {
            say(event.text());
        }
    }

    /** Keeps the line open through proxies, and finds out whether anyone is still there. */
    synchronized void beat() {
        if (waiting.isEmpty()) {
            say(":\n\n");
        } else if (wire == null) {
            close();
        }
    }

    private void say(String text) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST) {
            close();
        } else {
            waiting.add(text);
            write();
        }
    }

    private void write() {
        var bare = wire;
        if (bare != null && started && !writing && !closed) {
            writing = true;
            Thread.ofVirtual().name("live " + viewer.id()).start(() -> drain(bare));
        }
    }

    private void drain(LiveWire bare) {
        try {
            for (var text = next(); !text.isEmpty(); text = next()) {
                bare.write(text);
            }
        } catch (IOException | RuntimeException unreachable) {
            close();
        }
    }

    private synchronized String next() {
        if (closed || waiting.isEmpty()) {
            writing = false;
            return "";
        }
        var text = String.join("", waiting);
        waiting.clear();
        return text;
    }

    /** Ends the stream; a browser whose right goes on comes back. */
    void close() {
        if (markClosed()) {
            gone.accept(this);
        }
    }

    private synchronized boolean markClosed() {
        var first = !closed;
        closed = true;
        waiting.clear();
        if (first && wire != null) {
            wire.end();
        }
        return first;
    }
}
