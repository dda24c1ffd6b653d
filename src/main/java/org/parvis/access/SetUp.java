package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.parvis.platform.network.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the network, once: its name, its languages, its first administrator. */
@Component
public class SetUp {

    /** Who administrates first; the directory may already know them by their address. */
    public record Administrator(String name, String email, String password) {}

    private final Network network;
    private final AccountRows accounts;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Journal journal;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    SetUp(
            Network network,
            AccountRows accounts,
            Credentials credentials,
            PasswordHashing hashing,
            Journal journal,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.network = network;
        this.accounts = accounts;
        this.credentials = credentials;
        this.hashing = hashing;
        this.journal = journal;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty, and nothing done, when the network was opened already. */
    @Transactional
    public Optional<PersonId> open(Network.Identity identity, Administrator administrator) {
        if (!network.setUp(identity)) {
            return Optional.empty();
        }
        var person = accounts.byEmail(administrator.email())
                .map(Account::id)
                .orElseGet(() -> create(administrator, identity.defaultLanguage()));
        jdbc.sql("update person set kind = 'employee' where id = :person")
                .param("person", person.value())
                .update();
        accounts.state(List.of(person), Account.ACTIVE);
        credentials.set(person, hashing.hash(administrator.password()));
        jdbc.sql("""
                insert into network_role (person_id, role, granted_at) values (:person, 'administrator', :now)
                on conflict do nothing
                """)
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .update();
        audit.record(Agent.atSetUp(), "network opened", person, Map.of("name", identity.name()));
        return Optional.of(person);
    }

    private PersonId create(Administrator administrator, String language) {
        var names = administrator.name().split(" ", 2);
        var person = new PersonId(jdbc.sql("""
                insert into person (name, given_name, family_name, email, language, created_at, updated_at)
                values (:name, :given, :family, :email, :language, :now, :now)
                returning id
                """)
                .param("name", administrator.name())
                .param("given", names.length == 2 ? names[0] : null)
                .param("family", names.length == 2 ? names[1] : null)
                .param("email", administrator.email().strip())
                .param("language", language)
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .single());
        journal.append(Activity.byTheNetwork().create(Reference.to("person", person.value())));
        return person;
    }
}
