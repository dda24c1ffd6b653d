package org.parvis.live;

import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.platform.settings.ParvisSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Keeps the streams going: takes what the journal says off its hands, beats, and watches over the rights to listen. Stops
 * before the web server does, which would wait for open streams.
 */
@Component
class LiveClockwork implements JournalListener, SmartLifecycle {

    private interface Turn {
        void take() throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(LiveClockwork.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofSeconds(3);
    private static final int WAITING = 1_000;

    private final LiveStreams streams;
    private final boolean serving;
    private final BlockingQueue<List<Entry>> heard = new ArrayBlockingQueue<>(WAITING);
    private List<Thread> threads = List.of();

    LiveClockwork(LiveStreams streams, ParvisSettings settings) {
        this.streams = streams;
        serving = settings.serving();
    }

    @Override
    public void heard(List<Entry> entries) {
        if (!heard.offer(entries)) {
            heard.clear();
            streams.closeAll();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        threads = List.of(
                begin("passing on", this::passOn),
                begin("heartbeat", () -> {
                    Thread.sleep(HEARTBEAT);
                    streams.beat();
                }),
                begin("watch", () -> {
                    Thread.sleep(WATCH);
                    streams.watch();
                }));
    }

    private void passOn() throws InterruptedException {
        var entries = new ArrayList<>(heard.take());
        for (var more = heard.poll(); more != null; more = heard.poll()) {
            entries.addAll(more);
        }
        streams.passOn(entries);
    }

    private Thread begin(String name, Turn turn) {
        return Thread.ofVirtual().name("live " + name).start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                take(turn);
            }
        });
    }

    // Whoever cannot be told whether they may hear something comes back and asks from where they stopped.
    private void take(Turn turn) {
        try {
            turn.take();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException problem) {
            log.warn("Live streams are closed and begin anew", problem);
            streams.closeAll();
        }
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        threads = List.of();
        streams.closeAll();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
