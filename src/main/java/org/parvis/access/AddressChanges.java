package org.parvis.access;

import static org.parvis.access.Account.ACTIVE;

import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who signs in with another address than before, because a directory says so. Whoever holds an address can ask for a new
 * password with it: that is in the audit list, and the person is told where they were reached so far.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AddressChanges {

    private final AccountRows accounts;
    private final AccountLetters letters;
    private final Audit audit;
    private final JdbcClient jdbc;

    AddressChanges(AccountRows accounts, AccountLetters letters, Audit audit, JdbcClient jdbc) {
        this.accounts = accounts;
        this.letters = letters;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** The addresses with which these people sign in now; those who are not active have none. */
    public Map<PersonId, String> before(Collection<Long> people) {
        var addresses = new HashMap<PersonId, String>();
        jdbc.sql("select id, email from person where id = any (:people) and state = :active and email is not null")
                .param("people", people.toArray(Long[]::new))
                .param("active", ACTIVE)
                .query(row -> {
                    addresses.put(new PersonId(row.getLong("id")), row.getString("email"));
                });
        return addresses;
    }

    /** Tells those of them who have another address since. */
    public void tell(Agent agent, Map<PersonId, String> before) {
        accounts.lockAll(before.keySet())
                .forEach(account -> tell(agent, account, String.valueOf(before.get(account.id()))));
    }

    private void tell(Agent agent, Account account, String before) {
        if (account.email() != null && !AccountRows.address(account.email()).equals(AccountRows.address(before))) {
            letters.addressChanged(account, before);
            audit.record(agent, "address changed", account.id(), Map.of());
        }
    }
}
