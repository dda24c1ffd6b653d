package org.parvis.access;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.web.Conflict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes a token in somebody's name for whoever holds the server; in the audit list, and the person is told. */
@Component
class TokenHandout {

    private static final Duration LIFE = Duration.ofDays(90);

    private final AccountRows accounts;
    private final AccessTokens tokens;
    private final AccountLetters letters;
    private final Audit audit;
    private final Journal journal;

    TokenHandout(AccountRows accounts, AccessTokens tokens, AccountLetters letters, Audit audit, Journal journal) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.letters = letters;
        this.audit = audit;
        this.journal = journal;
    }

    @Transactional
    public OpaqueToken make(String email) {
        var account = accounts.byEmail(email)
                .map(found -> accounts.lock(found.id()))
                .filter(Account::maySignIn)
                .orElseThrow(() -> new Refusal("There is nobody with the address " + printable(email) + "."));
        if (account.state().equals(Account.DEACTIVATED)) {
            throw new Refusal("The account " + printable(email) + " is deactivated.");
        }
        if (!account.active()) {
            accounts.state(List.of(account.id()), Account.ACTIVE);
        }
        var token = create(account);
        audit.record(Agent.onCommandLine(), "token made", account.id(), Map.of("days", LIFE.toDays()));
        letters.told(account, "token-made");
        journal.append(Activity.byTheNetwork()
                .create(Reference.to("access_token", token.id()))
                .to(Reference.to("person", account.id().value())));
        return token.secret();
    }

    private AccessTokens.Fresh create(Account account) {
        try {
            return tokens.create(account.id(), "./parvis token", LIFE);
        } catch (Conflict tooMany) {
            throw new Refusal("%s has %d tokens already: one of them must be revoked first, in the settings."
                    .formatted(account.name(), AccessTokens.MOST));
        }
    }

    private static String printable(String typed) {
        return typed.replaceAll("\\p{Cntrl}", "?");
    }
}
