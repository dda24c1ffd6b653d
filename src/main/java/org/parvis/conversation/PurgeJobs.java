package org.parvis.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** What is forgotten every night: what was deleted a month ago, and who read what is no longer counted. */
@Configuration
class PurgeJobs {

    @Bean
    RecurringTask<Void> purgingWhatWasDeleted(Purge purge) {
        return Tasks.recurring("purging-what-was-deleted", Schedules.daily(LocalTime.of(3, 45)))
                .execute((instance, context) -> purge.run());
    }

    @Bean
    RecurringTask<Void> forgettingReaders(ReaderCounts readers) {
        return Tasks.recurring("forgetting-readers", Schedules.daily(LocalTime.of(4, 0)))
                .execute((instance, context) -> {
                    var more = true;
                    while (more) more = readers.forget();
                });
    }
}
