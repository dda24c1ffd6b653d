package org.parvis.access;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;

/**
 * Lets an administrator read a mail that could not leave, because no server is set. Since it may hold a link that opens
 * somebody's account, that is in the audit list, and the person is told, whoever the reader may be.
 */
@Component
@Transactional
public class MailReading {

    private static final String TOLD = "mail-read";

    private final OutgoingMail mails;
    private final AccountRows accounts;
    private final AccountLetters letters;
    private final Audit audit;
    private final Journal journal;
    private final JdbcClient jdbc;

    MailReading(
            OutgoingMail mails,
            AccountRows accounts,
            AccountLetters letters,
            Audit audit,
            Journal journal,
            JdbcClient jdbc) {
        this.mails = mails;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** @throws NotFound once a server is set: then nobody reads along */
    public OutgoingMail.Sheet read(Agent agent, long id) {
        if (mails.leaves()) {
            throw new NotFound("mail");
        }
        var mail = mails.find(id);
        if (mail.person() != null && !mail.kind().equals(TOLD)) {
            var person = new PersonId(mail.person());
            var first = !hasRead(agent, person, id);
            audit.record(agent, "mail read", person, Map.of("mail", id, "kind", mail.kind()));
            if (first && !person.equals(agent.person())) {
                letters.told(accounts.get(person), TOLD);
                journal.append(new Activity.Actor(agent.number())
                        .did(Verb.VIEW, Reference.to("outgoing_mail", id))
                        .to(Reference.to("person", person.value())));
            }
        }
        return mail;
    }

    // Who reloads the page reads again, which is kept; a person told ten times of one mail would stop listening.
    private boolean hasRead(Agent agent, PersonId person, long mail) {
        return jdbc.sql("""
                select exists (select from audit
                                where subject_id = :person and action = 'mail read' and actor_id = :reader
                                  and (details ->> 'mail')::bigint = :mail)
                """)
                .param("person", person.value())
                .param("reader", agent.number())
                .param("mail", mail)
                .query(Boolean.class)
                .single();
    }
}
