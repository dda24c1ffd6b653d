package org.parvis.notifications;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Entry;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;

/** Writes down that people are to be told: one row for one kind and thing until it is read. */
@Repository
class Telling {

    private record Told(long id, long person) {

        Activity activity() {
            return Activity.byTheNetwork()
                    .create(Reference.to(Notifications.KIND, id))
                    .to(Reference.to("person", person));
        }
    }

    private final JdbcClient jdbc;
    private final Journal journal;
    private final AwaitedMail mail;

    Telling(JdbcClient jdbc, Journal journal, AwaitedMail mail) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.mail = mail;
    }

    /** Tells each of these of the entry, but whoever did it themselves, whoever is gone and whoever muted the thread. */
    void tell(Entry entry, NotificationKind kind, Reference subject, @Nullable Long comment, Collection<Long> people) {
        if (people.isEmpty()) {
            return;
        }
        var told = jdbc.sql("""
                insert into notification (person_id, kind, subject_kind, subject_id, comment_id, actors, position, at)
                select p.id, :kind, :subjectKind, :subject, :comment::bigint,
                       case when :actor::bigint is null then '{}'::bigint[] else array[:actor::bigint] end, :position, :at
                  from person p
                 where p.id = any (:people) and p.id is distinct from :actor::bigint
                   and p.kind in ('employee', 'guest') and p.state <> 'deactivated' and p.deleted_at is null
                   and not (:mutable and exists (select from thread_watch w
                                                  where w.post_id = :subject and w.person_id = p.id and w.muted))
                 order by p.id
                on conflict (person_id, kind, subject_kind, subject_id) where read_at is null do update
                   set count = notification.count + 1,
                       actors = (excluded.actors || array_remove(notification.actors, :actor::bigint))[1 \\: 50],
                       comment_id = excluded.comment_id,
                       position = excluded.position,
                       at = excluded.at
                returning id, person_id
                """)
                .param("kind", kind.code())
                .param("mutable", kind.mutable())
                .param("subjectKind", subject.kind())
                .param("subject", subject.id())
                .param("comment", comment)
                .param("actor", entry.actor())
                .param("position", entry.position())
                .param("at", utc(entry.published()))
                .param("people", people.toArray(Long[]::new))
                .query((row, number) -> new Told(row.getLong("id"), row.getLong("person_id")))
                .list();
        if (!told.isEmpty()) {
            journal.appendAll(told.stream().map(Told::activity).toList());
            mail.expect(entry, kind, comment, told.stream().map(Told::id).toList());
        }
    }
}
