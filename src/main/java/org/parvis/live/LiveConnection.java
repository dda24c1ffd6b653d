package org.parvis.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.parvis.people.Viewer;
import org.springframework.security.core.Authentication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * One open stream. It holds no thread: a virtual one comes when there is something to say and goes when it is said. A
 * reader so slow that {@link #MOST} things wait is cut and comes back by itself.
 */
final class LiveConnection implements AsyncListener {

    static final int MOST = 200;

    private final AsyncContext exchange;
    private final Viewer viewer;
    private final Authentication authentication;
    private final Consumer<LiveConnection> gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final long begun;
    private boolean started;
    private boolean writing;
    private boolean closed;

    LiveConnection(
            AsyncContext exchange,
            Viewer viewer,
            Authentication authentication,
            long begun,
            Consumer<LiveConnection> gone) {
        this.exchange = exchange;
        this.viewer = viewer;
        this.authentication = authentication;
        this.begun = begun;
        this.gone = gone;
        exchange.addListener(this);
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

    synchronized void say(LiveEvent event) {
        if (event.position() > begun) {
            say(event.text());
        }
    }

    /** Keeps the line open through proxies, and finds out whether anyone is still there. */
    synchronized void beat() {
        if (waiting.isEmpty()) {
            say(":\n\n");
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
        if (started && !writing && !closed) {
            writing = true;
            Thread.ofVirtual().name("live " + viewer.id()).start(this::drain);
        }
    }

    private void drain() {
        try {
            for (var text = next(); !text.isEmpty(); text = next()) {
                var output = exchange.getResponse().getOutputStream();
                output.write(text.getBytes(StandardCharsets.UTF_8));
                output.flush();
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
            try {
                exchange.complete();
            } catch (IllegalStateException alreadyOver) {
                return;
            }
        }
    }

    private synchronized boolean markClosed() {
        var first = !closed;
        closed = true;
        waiting.clear();
        return first;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (markClosed()) {
            gone.accept(this);
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
