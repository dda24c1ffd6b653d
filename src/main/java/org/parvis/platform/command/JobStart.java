package org.parvis.platform.command;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets this node take its share of the jobs, once everything is in place. A command orders jobs, and does none. */
@Component
class JobStart implements DbSchedulerStarter {

    private final Scheduler scheduler;
    private final ParvisSettings settings;

    JobStart(Scheduler scheduler, ParvisSettings settings) {
        this.scheduler = scheduler;
        this.settings = settings;
    }

    @Override
    @EventListener(ContextRefreshedEvent.class)
    public void doStart() {
        if (settings.serving()) scheduler.start();
    }
}
