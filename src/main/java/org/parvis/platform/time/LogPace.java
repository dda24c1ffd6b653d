package org.parvis.platform.time;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** So many lines a minute about one thing, and not one for each time it happens when it happens all the time. */
public final class LogPace {

    private final Clock clock;
    private final int most;
    private final AtomicLong minute = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong untold = new AtomicLong();

    /** @param most lines a minute */
    public LogPace(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Has the line written, with how often it was not since the last one, or counts it. */
    public void tell(Consumer<String> line) {
        var now = clock.millis() / 60_000;
        if (minute.getAndSet(now) != now) told.set(0);
        if (told.incrementAndGet() <= most) {
            var others = untold.getAndSet(0);
            line.accept(others == 0 ? "" : " (and %d times more since the last line)".formatted(others));
        } else {
            untold.incrementAndGet();
        }
    }
}
