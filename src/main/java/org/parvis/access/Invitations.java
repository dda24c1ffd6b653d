package org.parvis.access;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Asks people in, by a link to their own address. Inviting again sends a new link, and the old one ends. */
@Component
@Transactional
public class Invitations {

    private final AccountRows accounts;
    private final SingleUseLinks links;
    private final AccountLetters letters;
    private final Journal journal;
    private final Audit audit;

    Invitations(AccountRows accounts, SingleUseLinks links, AccountLetters letters, Journal journal, Audit audit) {
        this.accounts = accounts;
        this.links = links;
        this.letters = letters;
        this.journal = journal;
        this.audit = audit;
    }

    /**
     * Invites those who have an address and are not active yet; the others are passed over. At most 1,000 at a time.
     *
     * @return how many were invited
     */
    public int invite(Agent agent, Collection<PersonId> people) {
        var invited =
                accounts.lockAll(people).stream().filter(Account::mayBeInvited).toList();
        invited.forEach(account ->
                letters.invitation(account, links.issue(account, SingleUseLinks.Purpose.INVITATION, agent.person())));
        note(invited);
        if (invited.size() == 1) {
            audit.record(agent, "invited", invited.getFirst().id(), Map.of());
        } else if (!invited.isEmpty()) {
            audit.record(agent, "invited", null, Map.of("people", invited.size()));
        }
        return invited.size();
    }

    /** Somebody asked for their own invitation, on the page of sign-in. */
    void inviteOnRequest(Account account) {
        letters.invitation(account, links.issue(account, SingleUseLinks.Purpose.INVITATION, null));
        note(List.of(account));
    }

    private void note(List<Account> invited) {
        accounts.state(invited.stream().map(Account::id).toList(), Account.INVITED);
        journal.appendAll(invited.stream()
                .map(account -> Activity.byTheNetwork()
                        .update(Reference.to("person", account.id().value()))
                        .quietly())
                .toList());
    }
}
