package org.parvis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;

/**
 * Gives rows their position. One at a time over all nodes: whoever holds the lock numbers the rows of transactions
 * below the oldest one still open, which no later row can precede.
 */
@Component
class Stamper implements Loop.Turn {

    /** Any number, as long as nothing else in this database locks on it. */
    private static final long LOCK = 0x7061_7276_6973_0001L;

    private static final int MOST = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Pace pace;
    private int glances;

    Stamper(JdbcClient jdbc, TransactionTemplate transaction, Pace pace) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.pace = pace;
    }

    @Override
    public Duration take() {
        var stamped = stamp();
        glances = stamped > 0 ? 0 : glances + 1;
        if (stamped == MOST) {
            return Duration.ZERO;
        } else if (isAnythingWaiting()) {
            return pace.glance(glances);
        } else {
            return pace.idle();
        }
    }

    /** Numbers what may be numbered and returns how many; 0 as well when another node is at it. */
    int stamp() {
        return transaction.execute(status -> isOurTurn() ? number(FINISHED, MOST) : 0);
    }

    /** Numbers all there is, before anyone appends: transaction numbers of another database mean nothing here. */
    int stampRestored() {
        return transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> number)
                    .list();
            jdbc.sql("""
                    update journal_head
                       set position = greatest(position, (select coalesce(max(position), 0) from journal))
                    """).update();
            return number("", Integer.MAX_VALUE);
        });
    }

    private boolean isOurTurn() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    // A number that is not given out yet comes from another database, restored without our hook: it is finished too.
    private static final String FINISHED = """
                   and (xid < pg_snapshot_xmin(pg_current_snapshot()) or xid >= pg_snapshot_xmax(pg_current_snapshot()))
            """;

    private int number(String condition, int most) {
        var stamped = jdbc.sql("""
                with finished as (
                    select id, inserted_at, row_number() over (order by xid, id) as nth
                      from journal
                     where position is null
                """ + condition + """
                     order by xid, id
                     limit :most
                ), head as (
                    update journal_head
                       set position = position + (select count(*) from finished)
                     where exists (select from finished)
                    returning position - (select count(*) from finished) as base
                )
                update journal
                   set position = head.base + finished.nth
                  from head, finished
                 where journal.id = finished.id and journal.inserted_at = finished.inserted_at
                """).param("most", most).update();
        if (stamped > 0) {
            jdbc.sql("select pg_notify('journal_stamped', '')")
                    .query((row, number) -> number)
                    .list();
        }
        return stamped;
    }

    private boolean isAnythingWaiting() {
        return jdbc.sql("select exists (select from journal where position is null)")
                .query(Boolean.class)
                .single();
    }
}
