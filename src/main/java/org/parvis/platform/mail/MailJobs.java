package org.parvis.platform.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When mail is sent and cleared away: on one node at a time. */
@Configuration
class MailJobs {

    @Bean
    RecurringTask<Void> mailDeliveryJob(MailDelivery delivery) {
        return Tasks.recurring("mail-delivery", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> delivery.deliver());
    }

    @Bean
    RecurringTask<Void> mailClearing(Postbag bag) {
        return Tasks.recurring("mail-clearing", FixedDelay.ofHours(1)).execute((instance, context) -> bag.clear());
    }
}
