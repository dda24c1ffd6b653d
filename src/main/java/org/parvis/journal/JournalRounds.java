package org.parvis.journal;

import com.zaxxer.hikari.HikariDataSource;
import org.parvis.platform.settings.ParvisSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;

/** Starts this node's part in the journal before the first request, and ends it after the last. A command takes none. */
@Component
class JournalRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JournalRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Stamper stamper;
    private final Hearing hearing;
    private final Months months;
    private final LagAlarm alarm;
    private final Cursors cursors;
    private final JournalStream stream;
    private final ObjectProvider<JournalReader> readers;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Pace pace;
    private final boolean serving;
    private List<Loop> loops = List.of();

    JournalRounds(
            Stamper stamper,
            Hearing hearing,
            Months months,
            LagAlarm alarm,
            Cursors cursors,
            JournalStream stream,
            ObjectProvider<JournalReader> readers,
            TransactionTemplate transaction,
            DataSource database,
            Pace pace,
            ParvisSettings settings) {
        this.stamper = stamper;
        this.hearing = hearing;
        this.months = months;
        this.alarm = alarm;
        this.cursors = cursors;
        this.stream = stream;
        this.readers = readers;
        this.transaction = transaction;
        this.database = database;
        this.pace = pace;
        serving = settings.serving();
    }

    @Override
    public boolean isAutoStartup() {
        return serving;
    }

    @Override
    public void start() {
        prepareMonths();
        hearing.begin();
        var stamping = new Loop("stamper", pace, stamper);
        var following = new ArrayList<>(readings());
        following.add(new Loop("listeners", pace, hearing));
        var listening = new Loop("bell", pace, new Bell(unpooled(), channel -> {
            if (channel.equals(Bell.APPENDED)) {
                stamping.wake();
            } else {
                following.forEach(Loop::wake);
            }
        }));
        loops = new ArrayList<>(following);
        loops.add(stamping);
        loops.add(new Loop("months", pace, months));
        loops.add(new Loop("alarm", pace, alarm));
        loops.add(listening);
        loops.forEach(Loop::start);
    }

    // Before anybody writes: PostgreSQL refuses a row that was on its way to the default partition while its own month
    // was attached.
    private void prepareMonths() {
        try {
            months.prepare();
        } catch (RuntimeException busy) {
            log.warn(
                    "The journal's months are prepared later: {}",
                    NestedExceptionUtils.getMostSpecificCause(busy).getMessage());
        }
    }

    private DataSource unpooled() {
        try {
            return database.unwrap(HikariDataSource.class).getDataSource();
        } catch (SQLException otherPool) {
            throw new IllegalStateException(otherPool);
        }
    }

    private List<Loop> readings() {
        var names = new HashSet<String>();
        return readers.stream()
                .map(reader -> {
                    if (!names.add(reader.name())) {
                        throw new IllegalStateException("two journal readers are named " + reader.name());
                    }
                    cursors.open(reader.name());
                    return new Loop(
                            "reader " + reader.name(), pace, new Reading(reader, cursors, stream, transaction, pace));
                })
                .toList();
    }

    @Override
    public void stop() {
        loops.forEach(Loop::stop);
        loops.forEach(loop -> loop.end(PATIENCE));
        loops = List.of();
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }

    /** Before the web server (whose phase is 2048 below the default), so that it stops after it, too. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
