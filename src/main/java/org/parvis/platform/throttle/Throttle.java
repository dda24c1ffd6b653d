package org.parvis.platform.throttle;

import static org.parvis.platform.time.Times.utc;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.parvis.platform.web.TooMany;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;

/**
 * Counts attempts by the generic cell rate algorithm: one row per key holds the moment at which the allowance is whole
 * again. An attempt is counted in a transaction of its own, so that no roll-back forgives it.
 */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class Throttle {

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts one attempt of {@code who}; false, and uncounted, when there were too many. */
    public boolean allow(Allowance allowance, String who) {
        var now = clock.instant();
        var counted = jdbc.sql("""
                insert into throttle as t (key, whole_at) values (:key, :next)
                on conflict (key) do update
                   set whole_at = greatest(t.whole_at, :now) + :interval * interval '1 millisecond'
                 where greatest(t.whole_at, :now) + :interval * interval '1 millisecond' <= :most
                """)
                .param("key", key(allowance, who))
                .param("next", utc(now.plus(allowance.interval())))
                .param("now", utc(now))
                .param("interval", allowance.interval().toMillis())
                .param("most", utc(now.plus(allowance.span())))
                .update();
        return counted == 1;
    }

    /** As {@link #allow}, or {@link TooMany}. */
    public void take(Allowance allowance, String who) {
        if (!allow(allowance, who)) {
            throw new TooMany(allowance.interval());
        }
    }

    /** Takes one attempt back: it was a good one. */
    public void giveBack(Allowance allowance, String who) {
        jdbc.sql("update throttle set whole_at = whole_at - :interval * interval '1 millisecond' where key = :key")
                .param("interval", allowance.interval().toMillis())
                .param("key", key(allowance, who))
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from throttle where whole_at < :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    // Hashed: nobody reads from this table who tried to sign in.
    private static byte[] key(Allowance allowance, String who) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((allowance.name() + " " + who).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Configuration
    static class Cleaning {

        @Bean
        RecurringTask<Void> throttleCleaning(Throttle throttle) {
            return Tasks.recurring("throttle-cleaning", FixedDelay.ofHours(1))
                    .execute((instance, context) -> throttle.forgetOld());
        }
    }
}
