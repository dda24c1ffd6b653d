package org.parvis.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** Forgets the drafts that are over, every night. */
@Configuration
class DraftJobs {

    @Bean
    RecurringTask<Void> sweepOfDrafts(Drafts drafts) {
        return Tasks.recurring("sweep-of-drafts", Schedules.daily(LocalTime.of(3, 30)))
                .execute((instance, context) -> drafts.sweep());
    }
}
