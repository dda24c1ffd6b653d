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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Invites all of a list whom nobody has invited yet, in small batches, afterwards. */
@Component
public class InvitingEveryone {

    private static final int BATCH = 500;

    /** Who asked for it, and for whom; no filter means everybody. */
    record Order(@Nullable Long by, @Nullable RosterFilter filter) implements Serializable {}

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("inviting-everyone", Order.class);

    private final Invitations invitations;
    private final Roster roster;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    InvitingEveryone(Invitations invitations, Roster roster, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.invitations = invitations;
        this.roster = roster;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Pressed twice, it runs once. */
    public void begin(PersonId administrator, RosterFilter filter) {
        var order = TASK.instance(name(filter))
                .data(new Order(administrator.value(), filter))
                .build();
        scheduler.getObject().scheduleIfNotExists(order, clock.instant());
    }

    void run(Order order) {
        var agent = new Agent(order.by() == null ? null : new PersonId(order.by()), Agent.Origin.PAGE);
        var filter = Objects.requireNonNullElse(order.filter(), RosterFilter.in(""));
        var after = new PersonId(0);
        List<PersonId> batch = roster.waiting(filter, after, BATCH);
        while (!batch.isEmpty()) {
            invitations.invite(agent, batch);
            after = batch.getLast();
            batch = roster.waiting(filter, after, BATCH);
        }
    }

    private static String name(RosterFilter filter) {
        return UUID.nameUUIDFromBytes(filter.href().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Configuration
    static class Jobs {

        @Bean
        OneTimeTask<Order> invitingEveryoneJob(InvitingEveryone inviting) {
            return Tasks.oneTime(TASK).execute((instance, context) -> inviting.run(instance.getData()));
        }
    }
}
