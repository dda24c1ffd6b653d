package org.parvis.access;

import org.parvis.people.PersonId;
import org.parvis.platform.web.Conflict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The states of accounts: who is active, who is not any more. */
@Component
@Transactional
public class Accounts {

    private final AccountRows accounts;
    private final Credentials credentials;
    private final NetworkRoles roles;
    private final Passwords passwords;
    private final PasswordHashing hashing;
    private final SingleUseLinks links;
    private final Sessions sessions;
    private final Audit audit;

    Accounts(
            AccountRows accounts,
            Credentials credentials,
            NetworkRoles roles,
            Passwords passwords,
            PasswordHashing hashing,
            SingleUseLinks links,
            Sessions sessions,
            Audit audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.roles = roles;
        this.passwords = passwords;
        this.hashing = hashing;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Ends everything the person is signed in by; the last administrator stays, with {@link Conflict}. */
    public void deactivate(Agent agent, PersonId person) {
        roles.keepOneAdministratorBut(person);
        var account = accounts.lock(person);
        if (!account.state().equals(Account.DEACTIVATED)) {
            end(List.of(person));
            audit.record(agent, "deactivated", person, Map.of());
        }
    }

    /**
     * Deactivates those of an import who are gone. Administrators are passed over. The import's report says who.
     *
     * @return how many were deactivated
     */
    public int deactivateAll(Collection<PersonId> people) {
        var administrators = roles.lockAdministrators();
        var gone = accounts.lockAll(people).stream()
                .filter(account -> !account.state().equals(Account.DEACTIVATED))
                .map(Account::id)
                .filter(person -> !administrators.contains(person))
                .toList();
        end(gone);
        return gone.size();
    }

    /** Whoever had a password has it again; others are invited anew. */
    public void reactivate(Agent agent, PersonId person) {
        var account = accounts.lock(person);
        if (account.state().equals(Account.DEACTIVATED)) {
            var before = credentials.hash(person).isPresent() ? Account.ACTIVE : Account.NOT_INVITED;
            accounts.state(List.of(person), before);
            sessions.told(List.of(person));
            audit.record(agent, "reactivated", person, Map.of());
        }
    }

    /** Makes an account active with a password of somebody's choice, as a demonstration does. */
    public void activate(Agent agent, PersonId person, String password) {
        passwords.replace(person, hashing.hash(password), true);
        audit.record(agent, "activated", person, Map.of());
    }

    private void end(List<PersonId> people) {
        accounts.state(people, Account.DEACTIVATED);
        links.revokeAll(people);
        sessions.endAll(people);
    }
}
