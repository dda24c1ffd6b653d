package org.parvis.platform.admission;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The places in which requests are served, and the queue before them: whoever came first is next. */
@Component
class Places implements MeterBinder {

    /** Of whoever has already sent a long text or a file. */
    private static final Duration LONGER = Duration.ofSeconds(5);

    private final int all;
    private final int most;
    private final Semaphore free;
    /** Who waits, and who has a place. */
    private final AtomicInteger present = new AtomicInteger();

    private final Rush rush = new Rush(System.nanoTime());
    private final LongAdder served = new LongAdder();
    private final LongAdder refused = new LongAdder();

    Places(ParvisSettings settings) {
        all = settings.requestsServed();
        most = all + settings.requestsQueued();
        free = new Semaphore(all, true);
    }

    /** Whether there is one, after a second at most, as {@link Rush} has it; at once not, where the queue is full. */
    boolean enter() {
        var patience = rush.patience(free.hasQueuedThreads(), System.nanoTime());
        return present.get() < most && queued(patience) || refuse();
    }

    /** The same for a request that was in before, whatever the length of the queue, after 5 s at most. */
    boolean enterAgain() {
        return queued(LONGER) || refuse();
    }

    void leave() {
        present.decrementAndGet();
        free.release();
    }

    /** One more request was answered. */
    void serve() {
        served.increment();
    }

    int inUse() {
        return all - free.availablePermits();
    }

    int waiting() {
        return Math.max(0, present.get() - inUse());
    }

    private boolean queued(Duration patience) {
        present.incrementAndGet();
        var entered = acquired(patience);
        if (!entered) present.decrementAndGet();
        return entered;
    }

    private boolean acquired(Duration patience) {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean refuse() {
        refused.increment();
        return false;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parvis.requests.places", () -> all)
                .description("Requests that are served at once, at most")
                .register(registry);
        Gauge.builder("parvis.requests.active", this::inUse)
                .description("Requests being served")
                .register(registry);
        Gauge.builder("parvis.requests.waiting", this::waiting)
                .description("Requests that wait for a place")
                .register(registry);
        FunctionCounter.builder("parvis.requests.served", served, LongAdder::sum)
                .description("Requests that got a place and an answer")
                .register(registry);
        FunctionCounter.builder("parvis.requests.refused", refused, LongAdder::sum)
                .description("Requests refused with 503 since all places were taken")
                .register(registry);
    }
}
