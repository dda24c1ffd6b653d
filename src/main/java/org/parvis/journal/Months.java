package org.parvis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Gives the journal a partition for this month and the two that follow (UTC), on whichever node comes first. */
@Component
class Months implements Loop.Turn {

    private static final long LOCK = 0x7061_7276_6973_0002L;
    private static final int AHEAD = 2;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Months(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Duration take() {
        prepare();
        return Duration.ofHours(1);
    }

    void prepare() {
        var now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= AHEAD; ahead++) {
            var month = now.plusMonths(ahead);
            transaction.executeWithoutResult(status -> prepare(month));
        }
    }

    private void prepare(YearMonth month) {
        // Rather tried again in a while than a queue of writers behind one long transaction.
        run("set local lock_timeout = '200ms'");
        run("do $$ begin perform pg_advisory_xact_lock(%d); end $$".formatted(LOCK));
        var name = "journal_" + month.format(DateTimeFormatter.ofPattern("uuuu_MM"));
        if (!exists(name)) {
            attach(name, month + "-01T00:00:00Z", month.plusMonths(1) + "-01T00:00:00Z");
        }
    }

    private boolean exists(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    // Attaching, unlike "create table … partition of", lets writers go on; rows that came before the month move over.
    private void attach(String name, String from, String to) {
        run("create table %s (like journal including all)".formatted(name));
        run("lock table journal_default in access exclusive mode");
        run("""
                with moved as (
                    delete from journal_default where inserted_at >= '%2$s' and inserted_at < '%3$s' returning *
                )
                insert into %1$s select * from moved
                """.formatted(name, from, to));
        run("alter table journal attach partition %s for values from ('%s') to ('%s')".formatted(name, from, to));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
