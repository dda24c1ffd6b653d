package org.parvis.questions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When it is looked what is soon late: on one node at a time. */
@Configuration
class QuestionJobs {

    @Bean
    RecurringTask<Void> overdueQuestions(Overdue overdue) {
        return Tasks.recurring("overdue-questions", FixedDelay.ofSeconds(30))
                .execute((instance, context) -> overdue.call());
    }
}
