package org.parvis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A virtual thread that does its turn when it is woken or when its rest is over, whatever goes wrong, until stopped. */
final class Loop {

    /** Does what there is to do and says how long to rest unless woken. */
    interface Turn {
        Duration take() throws Exception;

        /** How long at least from one turn to the next that it is woken for, so that what comes meanwhile is done with it. */
        default Duration gathering() {
            return Duration.ZERO;
        }

        /** Whether the turn lasts until it is interrupted. */
        default boolean isEndless() {
            return false;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final Semaphore wakings = new Semaphore(0);
    private final Pace pace;
    private final Turn turn;
    private final Thread thread;
    private volatile boolean stopping;
    private int failures;

    Loop(String name, Pace pace, Turn turn) {
        this.pace = pace;
        this.turn = turn;
        this.thread = Thread.ofVirtual().name("journal " + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        wakings.release();
    }

    /** Asks for an end, after the turn that is under way when it has an end. */
    void stop() {
        stopping = true;
        wake();
        if (turn.isEndless()) {
            thread.interrupt();
        }
    }

    /** Waits for the end; a turn that takes longer than that loses its connection. */
    void end(Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
                thread.join(patience);
            }
        } catch (InterruptedException hurried) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                rest(turn());
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration turn() {
        try {
            var rest = turn.take();
            failures = 0;
            return rest;
        } catch (Throwable problem) {
            return failed(problem);
        }
    }

    private Duration failed(Throwable problem) {
        if (stopping) {
            return Duration.ZERO;
        }
        var rest = pace.backOff(++failures);
        if (Outage.is(problem)) {
            var reason = NestedExceptionUtils.getMostSpecificCause(problem).getMessage();
            log.warn("{} failed {} times and tries again in {}: {}", thread.getName(), failures, rest, reason);
        } else {
            log.warn("{} failed {} times and tries again in {}", thread.getName(), failures, rest, problem);
        }
        return rest;
    }

    private void rest(Duration rest) throws InterruptedException {
        var began = System.nanoTime();
        if (!stopping && wakings.tryAcquire(rest.toNanos(), TimeUnit.NANOSECONDS)) {
            var gathering = turn.gathering().toNanos() - (System.nanoTime() - began);
            if (!stopping && gathering > 0) TimeUnit.NANOSECONDS.sleep(gathering);
            wakings.drainPermits();
        }
    }
}
