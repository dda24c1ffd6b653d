package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes what is planned when its moment has come: each once, whichever nodes look at the same moment. What may not be
 * published any more stays a draft, and its author is told why.
 */
@Component
class DuePlans {

    private static final Logger log = LoggerFactory.getLogger(DuePlans.class);
    private static final int REFUSAL = 500;

    private record Due(long id, PersonId author, UUID key, Instant at) {}

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Authors authors;
    private final Journal journal;
    private final Messages messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DuePlans(
            JdbcClient jdbc,
            Drafts drafts,
            Submissions submissions,
            Authors authors,
            Journal journal,
            Messages messages,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.submissions = submissions;
        this.authors = authors;
        this.journal = journal;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Due due;
        private final RuntimeException why;

        Refused(Due due, RuntimeException why) {
            super(why);
            this.due = due;
            this.why = why;
        }
    }

    /** Publishes all that is due. */
    void publish() {
        var more = true;
        while (more) more = publishOne();
    }

    private boolean publishOne() {
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(status -> take().map(this::publish).isPresent()));
        } catch (Refused refused) {
            transaction.executeWithoutResult(status -> refuse(refused.due, refused.why));
            return true;
        }
    }

    private Optional<Due> take() {
        return jdbc.sql("""
                select id, person_id, key, publish_at
                  from draft
                 where publish_at <= :now and ended_at is null
                 order by publish_at, id
                 limit 1
                   for update skip locked
                """)
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Due(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        row.getObject("key", UUID.class),
                        instant(row, "publish_at")))
                .optional();
    }

    private Due publish(Due due) {
        try {
            var author = authors.find(due.author()).orElseThrow(() -> new Forbidden("no account any more"));
            var typed = drafts.find(author, due.key()).keyed();
            var _ = drafts.publish(author, typed, submissions.of(typed));
            mark(due);
            return due;
        } catch (DataAccessException problem) {
            // A database that is away refuses nothing; words that it does not take never will be taken.
            throw problem instanceof NonTransientDataAccessException ? new Refused(due, problem) : problem;
        } catch (RuntimeException problem) {
            throw new Refused(due, problem);
        }
    }

    // Whoever presses the button meanwhile is told that it was published.
    private void mark(Due due) {
        var _ = jdbc.sql("update draft set publish_at = :at where id = :id")
                .param("at", utc(due.at()))
                .param("id", due.id())
                .update();
    }

    private void refuse(Due due, Throwable why) {
        var rows = jdbc.sql("""
                update draft set publish_at = null, refusal = :refusal, changed_at = :now
                 where id = :id and publish_at = :at and ended_at is null
                """)
                .param("refusal", reason(authors.find(due.author()), why))
                .param("now", utc(clock.instant()))
                .param("id", due.id())
                .param("at", utc(due.at()))
                .update();
        if (rows > 0) {
            journal.append(Activity.byTheNetwork()
                    .did(Verb.REJECT, Reference.to(Drafts.KIND, due.id()))
                    .to(Reference.to("person", due.author().value())));
        }
    }

    private String reason(Optional<Viewer> author, Throwable why) {
        var locale = author.map(Viewer::locale).orElse(Locale.ENGLISH);
        var words = switch (why) {
            case Invalid invalid -> sentence(invalid.problems().getFirst(), locale);
            case Forbidden _, NotFound _ -> messages.text(locale, "conversation.plan.not-there");
            case Conflict conflict -> messages.text(locale, String.valueOf(conflict.getMessage()));
            default -> unexpected(locale, why);
        };
        return words.length() > REFUSAL ? words.substring(0, REFUSAL) : words;
    }

    private String sentence(Invalid.Problem problem, Locale locale) {
        return messages.text(locale, problem.messageKey(), problem.arguments().toArray());
    }

    private String unexpected(Locale locale, Throwable why) {
        log.error("What was planned could not be published", why);
        return messages.text(locale, "conversation.plan.unexpected");
    }
}
