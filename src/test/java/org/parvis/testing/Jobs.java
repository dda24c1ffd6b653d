package org.parvis.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The network's own jobs, whose pauses a test need not sit through. */
@TestComponent
public class Jobs {

    private final Scheduler scheduler;
    private final JdbcClient jdbc;

    Jobs(Scheduler scheduler, JdbcClient jdbc) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
    }

    /** Has the scheduler look now: at what was ordered for this moment, and at these recurring jobs as if their pause were over. */
    public void hurry(String... names) {
        for (var name : names) {
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = :name and not picked")
                    .param("name", name)
                    .update();
        }
        scheduler.triggerCheckForDueExecutions();
    }
}
