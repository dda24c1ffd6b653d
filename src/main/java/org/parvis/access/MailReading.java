package org.parvis.access;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.web.NotFound;
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

    MailReading(OutgoingMail mails, AccountRows accounts, AccountLetters letters, Audit audit, Journal journal) {
        this.mails = mails;
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.journal = journal;
    }

    /** @throws NotFound once a server is set: then nobody reads along */
    public OutgoingMail.Sheet read(Agent agent, long id) {
        if (mails.leaves()) {
            throw new NotFound("mail");
        }
        var mail = mails.find(id);
        var reader = agent.person();
        if (mail.person() != null && !mail.kind().equals(TOLD)) {
            var person = new PersonId(mail.person());
            audit.record(agent, "mail read", person, Map.of("mail", id, "kind", mail.kind()));
            if (!person.equals(reader)) {
                letters.told(accounts.get(person), TOLD);
                journal.append(new Activity.Actor(agent.number())
                        .did(Verb.VIEW, Reference.to("outgoing_mail", id))
                        .to(Reference.to("person", person.value())));
            }
        }
        return mail;
    }
}
