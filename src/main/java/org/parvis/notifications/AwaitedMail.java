package org.parvis.notifications;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Addressees;
import org.parvis.journal.Entry;
import org.parvis.notifications.NotificationKind.ByMail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.util.List;

/** Notes, with a notification, that it is to be told by mail if it is not read meanwhile. */
@Repository
class AwaitedMail {

    /** What is read on the site by then needs no letter, and what joins the thread by then stands in the same one. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    AwaitedMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void expect(Entry entry, NotificationKind kind, @Nullable Long comment, List<Long> notifications) {
        if (kind.byMail() == ByMail.LETTER) {
            expectLetter(entry, kind, comment, notifications);
        }
        if (kind.byMail() != ByMail.NEVER) {
            expectDigest(entry, notifications);
        }
    }

    private void expectLetter(Entry entry, NotificationKind kind, @Nullable Long comment, List<Long> notifications) {
        jdbc.sql("""
                insert into mail_line (notification_id, person_id, comment_id, actor_id, at, due_at)
                select n.id, n.person_id, :comment::bigint, :actor::bigint, :at, :due
                  from notification n
                  join person p on p.id = n.person_id
                 where n.id = any (:notifications) and %s
                   and not exists (select from mail_refusal r where r.person_id = p.id and r.kind = :kind)
                """.formatted(Addressees.WRITTEN_TO))
                .param("comment", comment)
                .param("actor", entry.actor())
                .param("at", utc(entry.published()))
                .param("due", utc(entry.published().plus(PAUSE)))
                .param("notifications", notifications.toArray(Long[]::new))
                .param("kind", kind.code())
                .update();
    }

    // Also for what has a letter of its own: whoever wants none of those finds it here. A row that is there is written
    // again, so that no digest is made that knows nothing of this.
    private void expectDigest(Entry entry, List<Long> notifications) {
        jdbc.sql("""
                insert into mail_digest (person_id, since, due_at)
                select p.id, :at, :at
                  from notification n
                  join person p on p.id = n.person_id
                 where n.id = any (:notifications) and %s
                   and not exists (select from mail_refusal r where r.person_id = p.id and r.kind = :digest)
                 order by p.id
                on conflict (person_id) do update set since = least(mail_digest.since, excluded.since)
                """.formatted(Addressees.WRITTEN_TO))
                .param("at", utc(entry.published()))
                .param("notifications", notifications.toArray(Long[]::new))
                .param("digest", MailKind.DIGEST.code())
                .update();
    }
}
