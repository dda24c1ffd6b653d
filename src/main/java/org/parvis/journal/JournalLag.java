package org.parvis.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** How late the journal is: on this node for whoever trusts its caches, and everywhere for whoever watches over it. */
@Component
public class JournalLag implements MeterBinder {

    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final Hearing hearing;
    private final JournalStream stream;
    private final Cursors cursors;
    private final ObjectProvider<JournalReader> readers;
    private final Clock clock;

    JournalLag(
            Hearing hearing,
            JournalStream stream,
            Cursors cursors,
            ObjectProvider<JournalReader> readers,
            Clock clock) {
        this.hearing = hearing;
        this.stream = stream;
        this.cursors = cursors;
        this.readers = readers;
        this.clock = clock;
    }

    /** The age of the oldest change that this node's listeners may not have heard; around a second when all is well. */
    public Duration ofThisNode() {
        return Duration.between(hearing.heardUntil(), clock.instant());
    }

    /**
     * Whether this node has lost the journal, and its memory may be of long ago. A busy moment is no reason to ask the database
     * for everything: who may read what is asked there anyway, and what this node itself changed it knows at once.
     */
    public boolean isLate() {
        return ofThisNode().compareTo(TOLERATED) >= 0;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("parvis.journal.lag", () -> seconds(ofThisNode()))
                .description("Age of the oldest change this node may not have heard")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("parvis.journal.unstamped", () -> seconds(unstamped()))
                .description("Age of the oldest row without a position")
                .baseUnit("seconds")
                .register(registry);
        readers.forEach(reader -> Gauge.builder("parvis.journal.behind", () -> cursors.behind(reader.name()))
                .description("Entries a reader has before it")
                .baseUnit("entries")
                .tag("reader", reader.name())
                .register(registry));
    }

    private Duration unstamped() {
        return stream.oldestUnstamped()
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
