package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;

/**
 * Drafts that are published by themselves at a moment that their author chose. What could not be published at once cannot
 * be planned; whether it still may be is asked again when its moment has come ({@link DuePlans}).
 */
@Service
class Plans {

    /** The farthest moment. */
    static final Duration FARTHEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Plans(
            JdbcClient jdbc,
            Drafts drafts,
            Submissions submissions,
            Attachments attachments,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.submissions = submissions;
        this.attachments = attachments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The moment that a clock on the author's wall shows then. An hour that the clocks leave out in spring is the one
     * after; of one that comes twice in autumn it is the first.
     *
     * @throws Invalid for {@code publishAt} when it cannot be read
     */
    static Instant moment(Viewer author, @Nullable String day, @Nullable String time) {
        try {
            return LocalDate.parse(day == null ? "" : day.strip())
                    .atTime(LocalTime.parse(time == null ? "" : time.strip()))
                    .atZone(author.zone())
                    .toInstant();
        } catch (DateTimeException unreadable) {
            throw new Invalid("publishAt", "conversation.plan.moment");
        }
    }

    /**
     * Keeps what stands in a form as a draft to be published then.
     *
     * @throws Invalid as if it were published now, and for {@code publishAt} when that is past or more than a year away
     * @throws Forbidden when its author may not post so there
     */
    void plan(Viewer author, Typed typed, Instant at) {
        check(at);
        rehearse(author, typed);
        transaction.executeWithoutResult(status -> {
            drafts.keep(author, typed);
            var key = Drafts.key(typed);
            if (key != null) set(author, key, at);
            attachments.hold(author.id().value(), typed.files().enclosed(), at.plus(Drafts.KEPT));
        });
    }

    /**
     * Publishes a draft then, as it stands.
     *
     * @throws NotFound when the author has none of this key
     */
    void plan(Viewer author, UUID key, Instant at) {
        plan(author, drafts.find(author, key).keyed(), at);
    }

    /** The author's draft is a draft like any other again. */
    void cancel(Viewer author, UUID key) {
        var _ = drafts.find(author, key);
        set(author, key, null);
    }

    /**
     * Publishes a draft of the author's now, as it stands; of two presses one does.
     *
     * @throws NotFound when the author has none of this key
     */
    PostId publish(Viewer author, UUID key) {
        return Objects.requireNonNull(transaction.execute(status -> {
            drafts.lock(author, key);
            var typed = drafts.find(author, key).keyed();
            return drafts.publish(author, typed, submissions.of(typed));
        }));
    }

    private void check(Instant at) {
        var now = clock.instant();
        if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
            throw new Invalid("publishAt", "conversation.plan.moment");
        }
    }

    // All that is asked of a post is asked of this one, and nothing is left of it.
    private void rehearse(Viewer author, Typed typed) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            drafts.publish(author, typed, submissions.of(typed));
        });
    }

    private void set(Viewer author, UUID key, @Nullable Instant at) {
        var _ = jdbc.sql("""
                update draft set publish_at = :at::timestamptz, refusal = null
                 where person_id = :author and key = :key and ended_at is null
                """)
                .param("at", at == null ? null : utc(at))
                .param("author", author.id().value())
                .param("key", key)
                .update();
    }
}
