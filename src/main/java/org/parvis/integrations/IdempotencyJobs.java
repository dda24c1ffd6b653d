package org.parvis.integrations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class IdempotencyJobs {

    private static final int BATCH = 1_000;

    @Bean
    RecurringTask<Void> forgettingIdempotencyKeys(IdempotencyKeys keys) {
        return Tasks.recurring("forgetting-idempotency-keys", FixedDelay.ofHours(1))
                .execute((instance, context) -> forgetAll(keys));
    }

    // In small transactions, so that no purge holds anybody up.
    private static void forgetAll(IdempotencyKeys keys) {
        int forgotten;
        do {
            forgotten = keys.forget(BATCH);
        } while (forgotten == BATCH);
    }
}
