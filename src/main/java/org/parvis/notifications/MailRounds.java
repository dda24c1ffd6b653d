package org.parvis.notifications;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.parvis.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the mails that are due: letters first, so that no digest repeats them. */
@Component
class MailRounds {

    private static final Logger log = LoggerFactory.getLogger(MailRounds.class);
    private static final int AT_ONCE = 100;

    private final List<MailRound> rounds;

    MailRounds(Letters letters, Digests digests) {
        this.rounds = List.of(letters, digests);
    }

    void go() {
        rounds.forEach(MailRounds::go);
    }

    // Whom another node serves at this moment is passed over, and met once.
    private static void go(MailRound round) {
        var met = new HashSet<PersonId>();
        while (serve(round, met)) {
            log.debug("{} people have been written to", met.size());
        }
    }

    private static boolean serve(MailRound round, Set<PersonId> met) {
        var fresh = round.due(AT_ONCE).stream().filter(met::add).toList();
        fresh.forEach(person -> serve(round, person));
        return !fresh.isEmpty();
    }

    private static void serve(MailRound round, PersonId person) {
        try {
            round.serve(person);
        } catch (RuntimeException problem) {
            log.error("A mail to person {} could not be written", person, problem);
            round.putOff(person);
        }
    }

    @Configuration
    static class Jobs {

        @Bean
        RecurringTask<Void> writingOfMail(MailRounds rounds) {
            return Tasks.recurring("writing-of-mail", FixedDelay.ofSeconds(30))
                    .execute((instance, context) -> rounds.go());
        }
    }
}
