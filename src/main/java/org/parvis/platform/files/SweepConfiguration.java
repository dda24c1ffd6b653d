package org.parvis.platform.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** Clears the disk of what nobody published and of what nothing names, every night. */
@Configuration
class SweepConfiguration {

    @Bean
    RecurringTask<Void> sweepOfFiles(Attachments attachments, Blobs blobs) {
        return Tasks.recurring("sweep-of-files", Schedules.daily(LocalTime.of(3, 40)))
                .execute((task, context) -> {
                    attachments.sweep();
                    blobs.sweep();
                });
    }
}
