package org.parvis.notifications;

import org.parvis.access.Addressee;
import org.parvis.access.Addressees;
import org.parvis.people.PersonId;
import org.parvis.platform.mail.LastLook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/**
 * Which mail told of what, so that nothing is told twice. Just before it leaves, a mail is looked at again: when something
 * of it has been read, taken back or put out of the reader's sight, it is withdrawn, and the rest is written anew.
 */
@Repository
@Transactional
class MailTold implements LastLook {

    private record Recipient(PersonId person, String address) {}

    static final String LETTER = "letter";
    static final String DIGEST = "digest";

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Addressees addressees;
    private final MailRefusals refusals;

    MailTold(JdbcClient jdbc, Notifications notifications, Addressees addressees, MailRefusals refusals) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.addressees = addressees;
        this.refusals = refusals;
    }

    void note(long mail, List<Notification> told) {
        jdbc.sql("""
                insert into mail_told (mail_id, notification_id, position)
                select :mail, told.id, told.position from unnest(:ids::bigint[], :positions::bigint[]) told (id, position)
                """)
                .param("mail", mail)
                .param("ids", told.stream().map(one -> one.id().value()).toArray(Long[]::new))
                .param("positions", told.stream().map(Notification::position).toArray(Long[]::new))
                .update();
    }

    @Override
    public boolean stands(long mail, String kind) {
        var ours = kind.equals(LETTER) || kind.equals(DIGEST);
        var stands =
                !ours || addressee(mail).filter(to -> stands(mail, kind, to)).isPresent();
        if (!stands) {
            withdraw(mail, kind);
        }
        return stands;
    }

    private boolean stands(long mail, String kind, Addressee to) {
        var told = jdbc.sql("select notification_id from mail_told where mail_id = :mail")
                .param("mail", mail)
                .query((row, number) -> row.getLong("notification_id"))
                .list();
        var unread = notifications.stillUnread(to.person(), told);
        var refused = refusals.of(to.person());
        return !told.isEmpty()
                && unread.size() == told.size()
                && !refused.contains(kind)
                && (kind.equals(DIGEST)
                        || unread.stream()
                                .noneMatch(one -> refused.contains(one.kind().code())))
                && !saysWhatWasDeleted(mail);
    }

    // At the address of then: a mail does not follow somebody to another one.
    private Optional<Addressee> addressee(long mail) {
        return jdbc.sql("select person_id, recipient from outgoing_mail where id = :mail")
                .param("mail", mail)
                .query((row, number) ->
                        new Recipient(new PersonId(row.getLong("person_id")), row.getString("recipient")))
                .optional()
                .flatMap(recipient -> addressees
                        .find(recipient.person())
                        .filter(to -> to.email().equals(recipient.address())));
    }

    private boolean saysWhatWasDeleted(long mail) {
        return jdbc.sql("""
                select exists (select from mail_line l
                                 join comment k on k.id = l.comment_id
                                 join outgoing_mail m on m.id = l.mail_id
                                where l.mail_id = :mail and not stands(k, m.person_id))
                """).param("mail", mail).query(Boolean.class).single();
    }

    // Its lines wait again, and so does the digest; the writing finds out what is left of them.
    private void withdraw(long mail, String kind) {
        jdbc.sql("update mail_line set mail_id = null where mail_id = :mail")
                .param("mail", mail)
                .update();
        if (kind.equals(DIGEST)) {
            jdbc.sql("""
                    insert into mail_digest (person_id, since, due_at)
                    select n.person_id, min(n.at), min(n.at)
                      from mail_told t
                      join notification n on n.id = t.notification_id
                     where t.mail_id = :mail and n.read_at is null
                     group by n.person_id
                    on conflict (person_id) do update set since = excluded.since, due_at = excluded.due_at
                    """).param("mail", mail).update();
        }
        jdbc.sql("delete from outgoing_mail where id = :mail")
                .param("mail", mail)
                .update();
    }
}
