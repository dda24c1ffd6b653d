package org.parvis.imports;

import static org.parvis.platform.time.Times.utc;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells every few seconds that an import is still at it, so that one that was killed can be run again at once. */
@Component
class Heartbeats {

    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(Heartbeats.class);

    private final Map<ImportRunId, Thread> beating = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    Heartbeats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(ImportRunId run) {
        beating.put(run, Thread.startVirtualThread(() -> beat(run)));
    }

    void end(ImportRunId run) {
        var thread = beating.remove(run);
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void beat(ImportRunId run) {
        try {
            do {
                Thread.sleep(PACE);
                touch(run);
            } while (beating.containsKey(run));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void touch(ImportRunId run) {
        try {
            jdbc.sql("update import_run set touched_at = :now where id = :id and state = 'running'")
                    .param("now", utc(clock.instant()))
                    .param("id", run.value())
                    .update();
        } catch (DataAccessException missedOne) {
            log.warn("The heartbeat of import {} was missed: {}", run, missedOne.getMessage());
        }
    }
}
