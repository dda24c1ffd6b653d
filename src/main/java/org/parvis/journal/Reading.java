package org.parvis.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.List;

/**
 * One reader's way along the journal. A batch it fails on is tried again, then entry by entry, and the entry that fails
 * by itself is parked; a database that does not answer is nobody's fault and waited for.
 */
final class Reading implements Loop.Turn {

    private static final Logger log = LoggerFactory.getLogger(Reading.class);

    private final JournalReader reader;
    private final Cursors cursors;
    private final JournalStream stream;
    private final TransactionTemplate transaction;
    private final Pace pace;
    private List<Entry> batch = List.of();
    private long aloneUntil;
    private int failures;

    Reading(JournalReader reader, Cursors cursors, JournalStream stream, TransactionTemplate transaction, Pace pace) {
        this.reader = reader;
        this.cursors = cursors;
        this.stream = stream;
        this.transaction = transaction;
        this.pace = pace;
    }

    @Override
    public Duration gathering() {
        return pace.gather();
    }

    @Override
    public Duration take() {
        if (cursors.behind(reader.name()) <= 0) {
            return pace.idle();
        }
        try {
            batch = List.of();
            var more = transaction.execute(status -> readOn());
            failures = 0;
            return more ? Duration.ZERO : pace.idle();
        } catch (RuntimeException | StackOverflowError problem) {
            if (batch.isEmpty() || Outage.is(problem)) {
                throw problem;
            }
            return failed(problem);
        }
    }

    // Whether there may be more: whatever is stamped from now on wakes us.
    private boolean readOn() {
        var from = cursors.take(reader.name());
        if (from.isEmpty()) {
            return false;
        }
        var most = from.get() < aloneUntil ? 1 : pace.batch();
        batch = stream.read(from.get(), most);
        if (batch.isEmpty()) {
            return false;
        }
        reader.read(batch);
        cursors.move(reader.name(), batch.getLast().position());
        return batch.size() == most;
    }

    private Duration failed(Throwable problem) {
        failures++;
        if (failures < pace.tries()) {
            log.warn("{} failed on {} entries and tries again", reader.name(), batch.size(), problem);
            return pace.backOff(failures);
        }
        if (batch.size() == 1) {
            park(batch.getFirst(), problem);
        } else {
            aloneUntil = batch.getLast().position();
        }
        failures = 0;
        return Duration.ZERO;
    }

    private void park(Entry entry, Throwable problem) {
        transaction.executeWithoutResult(status -> {
            var before = cursors.take(reader.name()).filter(position -> position < entry.position());
            if (before.isPresent()) {
                cursors.park(reader.name(), entry.position(), problem.toString().replace("\0", ""));
                cursors.move(reader.name(), entry.position());
                log.error("{} cannot read {} and goes on without it", reader.name(), entry, problem);
            }
        });
    }
}
