package org.parvis.conversation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds people of what they bookmarked. */
@Configuration
class BookmarkJobs {

    @Bean
    RecurringTask<Void> remindingOfBookmarks(Bookmarks bookmarks) {
        return Tasks.recurring("reminding-of-bookmarks", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> {
                    var more = true;
                    while (more) more = bookmarks.remind();
                });
    }
}
