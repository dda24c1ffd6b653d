package org.parvis.announcements;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When people are told of announcements, and when it is forgotten who read them: on one node at a time. */
@Configuration
class AnnouncementJobs {

    @Bean
    RecurringTask<Void> tellingOfAnnouncements(Rounds rounds) {
        return Tasks.recurring("telling-of-announcements", FixedDelay.ofSeconds(2))
                .execute((instance, context) -> rounds.turn());
    }

    @Bean
    RecurringTask<Void> forgettingOldAnnouncements(OldAnnouncements announcements) {
        return Tasks.recurring("forgetting-who-read-announcements", FixedDelay.ofHours(24))
                .execute((instance, context) -> announcements.forget());
    }
}
