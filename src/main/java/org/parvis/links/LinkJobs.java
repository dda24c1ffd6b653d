package org.parvis.links;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** When links are asked for and cleared away: on one node at a time. */
@Configuration
class LinkJobs {

    @Bean
    RecurringTask<Void> linkFetchingJob(LinkFetching fetching) {
        return Tasks.recurring("link-fetching", FixedDelay.ofSeconds(3))
                .execute((instance, context) -> fetching.fetch());
    }

    @Bean
    RecurringTask<Void> linkClearing(Links links) {
        return Tasks.recurring("link-clearing", Schedules.daily(LocalTime.of(3, 30)))
                .execute((instance, context) -> links.sweep());
    }
}
