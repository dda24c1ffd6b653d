package org.parvis.access;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.parvis.platform.throttle.Allowance;
import org.parvis.platform.throttle.Throttle;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Whoever cannot sign in asks for a link to an address. Known or not, the request is only noted; what becomes of it is
 * decided afterwards, so that neither answer nor time tells.
 */
@Component
class LinkRequests {

    static final Allowance PER_ADDRESS = new Allowance("link mail", 3, Duration.ofMinutes(20));
    static final Allowance PER_RANGE = new Allowance("link range", 30, Duration.ofMinutes(1));

    /** An address somebody typed. */
    record Asked(String email) implements Serializable {}

    private static final TaskDescriptor<Asked> TASK = TaskDescriptor.of("link-request", Asked.class);

    private final Throttle throttle;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    LinkRequests(Throttle throttle, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.throttle = throttle;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Too many for one address are swallowed: the answer would tell somebody else that a mail was on its way. */
    void ask(String email, String range) {
        throttle.take(PER_RANGE, range);
        var address = AccountRows.address(email);
        if (throttle.allow(PER_ADDRESS, address)) {
            var request = TASK.instance(UUID.randomUUID().toString())
                    .data(new Asked(address))
                    .build();
            scheduler.getObject().schedule(request, clock.instant());
        }
    }

    @Configuration
    static class Jobs {

        @Bean
        OneTimeTask<Asked> linkRequestJob(Recovery recovery) {
            return Tasks.oneTime(TASK)
                    .execute((instance, context) ->
                            recovery.sendLink(instance.getData().email()));
        }
    }
}
