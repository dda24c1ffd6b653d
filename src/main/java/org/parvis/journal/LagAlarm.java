package org.parvis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** Says in the log when this node hears of changes late, and once it does no longer. */
@Component
class LagAlarm implements Loop.Turn {

    private static final Logger log = LoggerFactory.getLogger(LagAlarm.class);
    private static final Duration LATE = Duration.ofSeconds(10);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final JournalLag lag;
    private boolean ringing;

    LagAlarm(JournalLag lag) {
        this.lag = lag;
    }

    @Override
    public Duration take() {
        var now = lag.ofThisNode();
        var late = now.compareTo(LATE) > 0;
        if (late && !ringing) {
            log.warn("The journal is {} s late: is a transaction open, or the database slow?", now.toSeconds());
        } else if (!late && ringing) {
            log.info("The journal is up to date again");
        }
        ringing = late;
        return PACE;
    }

    boolean isRinging() {
        return ringing;
    }
}
