package org.parvis.access;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.Optional;

/** Ways back in for whoever has no password, or not any more. */
@Component
@Transactional
public class Recovery {

    private final AccountRows accounts;
    private final SingleUseLinks links;
    private final Invitations invitations;
    private final Passwords passwords;
    private final AccountLetters letters;
    private final Journal journal;
    private final Audit audit;
    private final PublicAddress address;

    Recovery(
            AccountRows accounts,
            SingleUseLinks links,
            Invitations invitations,
            Passwords passwords,
            AccountLetters letters,
            Journal journal,
            Audit audit,
            PublicAddress address) {
        this.accounts = accounts;
        this.links = links;
        this.invitations = invitations;
        this.passwords = passwords;
        this.letters = letters;
        this.journal = journal;
        this.audit = audit;
        this.address = address;
    }

    /** A link that resets the person's password, for an administrator to hand over; the person is told. */
    public String resetLink(Agent agent, PersonId person) {
        var account = accounts.lock(person);
        if (!account.active() || account.email() == null) {
            throw new Conflict("access.reset.not-active");
        }
        var link = links.issue(account, SingleUseLinks.Purpose.RESET, agent.person());
        audit.record(agent, "reset link made", person, Map.of());
        letters.told(account, "reset-link-made");
        journal.append(new Activity.Actor(agent.number())
                .create(Reference.to("single_use_link", link.id()))
                .to(Reference.to("person", person.value())));
        return address.link(link.path());
    }

    /** Writes to a known address what fits the account's state: an invitation, a reset, or nothing. */
    void sendLink(String email) {
        accounts.byEmail(email).map(found -> accounts.lock(found.id())).ifPresent(account -> {
            if (account.active()) {
                letters.reset(account, links.issue(account, SingleUseLinks.Purpose.RESET, null));
            } else if (account.mayBeInvited()) {
                invitations.inviteOnRequest(account);
            }
        });
    }

    /** Uses the link up: the account is active, has this password, and is signed in nowhere. */
    Optional<PersonId> accept(OpaqueToken token, String passwordHash) {
        return links.use(token).map(link -> {
            accounts.lock(link.person());
            passwords.replace(link.person(), passwordHash, link.invitation());
            return link.person();
        });
    }
}
