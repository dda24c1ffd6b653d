package org.parvis.access;

import org.parvis.people.PersonId;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;

/** Changing a password: whatever else the person was signed in by ends, and links that were on their way. */
@Component
class Passwords {

    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final Credentials credentials;
    private final AccountRows accounts;
    private final SingleUseLinks links;
    private final Sessions sessions;
    private final AccountLetters letters;

    Passwords(
            PasswordRules rules,
            PasswordHashing hashing,
            Credentials credentials,
            AccountRows accounts,
            SingleUseLinks links,
            Sessions sessions,
            AccountLetters letters) {
        this.rules = rules;
        this.hashing = hashing;
        this.credentials = credentials;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
        this.letters = letters;
    }

    /** The hash of a password that keeps the rules; computed outside of any transaction, since it takes its time. */
    String accepted(String field, String password, Collection<String> own) {
        rules.check(field, password, own);
        return hashing.hash(password);
    }

    /** Whether that is the person's password now. */
    void confirm(String field, PersonId person, String password) {
        if (!hashing.matches(password, credentials.hash(person).orElse(null))) {
            throw new Invalid(field, "access.password.wrong");
        }
    }

    @Transactional
    void change(PersonId person, String hash, long keptDevice) {
        var account = accounts.lock(person);
        credentials.set(person, hash);
        links.revokeAll(List.of(person));
        sessions.endOthers(person, keptDevice);
        letters.passwordChanged(account);
    }

    @Transactional
    void replace(PersonId person, String hash, boolean first) {
        var account = accounts.lock(person);
        credentials.set(person, hash);
        accounts.state(List.of(person), Account.ACTIVE);
        links.revokeAll(List.of(person));
        sessions.endAll(List.of(person));
        if (!first) {
            letters.passwordChanged(account);
        }
    }
}
