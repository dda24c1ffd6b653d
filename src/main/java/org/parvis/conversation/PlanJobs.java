package org.parvis.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what is planned. */
@Configuration
class PlanJobs {

    @Bean
    RecurringTask<Void> publishingWhatIsPlanned(DuePlans plans) {
        return Tasks.recurring("publishing-what-is-planned", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> plans.publish());
    }
}
