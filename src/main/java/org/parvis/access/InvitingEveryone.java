package org.parvis.access;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** Invites all whom nobody has invited yet, in small batches, afterwards. */
@Component
public class InvitingEveryone {

    private static final int BATCH = 500;

    /** Who asked for it. */
    record Order(@Nullable Long by) implements Serializable {}

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("inviting-everyone", Order.class);

    private final Invitations invitations;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    InvitingEveryone(Invitations invitations, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.invitations = invitations;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Pressed twice, it runs once. */
    public void begin(PersonId administrator) {
        var order = TASK.instance("all").data(new Order(administrator.value())).build();
        scheduler.getObject().scheduleIfNotExists(order, clock.instant());
    }

    void run(Order order) {
        var agent = new Agent(order.by() == null ? null : new PersonId(order.by()), Agent.Origin.PAGE);
        var after = new PersonId(0);
        List<PersonId> batch = invitations.notInvited(after, BATCH);
        while (!batch.isEmpty()) {
            invitations.invite(agent, batch);
            after = batch.getLast();
            batch = invitations.notInvited(after, BATCH);
        }
    }

    @Configuration
    static class Jobs {

        @Bean
        OneTimeTask<Order> invitingEveryoneJob(InvitingEveryone inviting) {
            return Tasks.oneTime(TASK).execute((instance, context) -> inviting.run(instance.getData()));
        }
    }
}
