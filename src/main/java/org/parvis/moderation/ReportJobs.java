package org.parvis.moderation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to reports by itself: nobody lets one lie, and none is kept for ever. */
@Configuration
class ReportJobs {

    @Bean
    RecurringTask<Void> passingOnReports(Routing routing) {
        return Tasks.recurring("passing-on-reports", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> routing.passOn());
    }

    @Bean
    RecurringTask<Void> forgettingOldReports(OldReports reports) {
        return Tasks.recurring("forgetting-old-reports", FixedDelay.ofHours(24))
                .execute((instance, context) -> reports.forget());
    }
}
