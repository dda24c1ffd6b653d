package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has which role of the network. There is always an active administrator. */
@Component
@Transactional
public class NetworkRoles {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AccountRows accounts;
    private final Sessions sessions;
    private final AccountLetters letters;
    private final Audit audit;

    NetworkRoles(
            JdbcClient jdbc,
            Clock clock,
            AccountRows accounts,
            Sessions sessions,
            AccountLetters letters,
            Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.sessions = sessions;
        this.letters = letters;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Set<NetworkRole> of(PersonId person) {
        return Set.copyOf(jdbc.sql("select role from network_role where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> NetworkRole.of(row.getString("role")))
                .list());
    }

    /** Who has which role, of the people the viewer may know of. */
    @Transactional(readOnly = true)
    Map<NetworkRole, List<PersonCard>> holders(Viewer viewer) {
        var holders = new EnumMap<NetworkRole, List<PersonCard>>(NetworkRole.class);
        jdbc.sql("select r.role, " + PersonCard.columns("p") + """
                  from visible_people(:viewer) p
                  join network_role r on r.person_id = p.id
                 where p.state = 'active'
                 order by p.sort_name, p.id
                 limit 200
                """)
                .param("viewer", viewer.id().value())
                .query((RowCallbackHandler)
                        row -> holders.computeIfAbsent(NetworkRole.of(row.getString("role")), role -> new ArrayList<>())
                                .add(PersonCard.of(row, "p")));
        return holders;
    }

    /** Only to an employee who is not deactivated; they sign in again with it. */
    public void grant(Agent agent, PersonId person, NetworkRole role) {
        var account = accounts.lock(person);
        if (account.kind() != PersonKind.EMPLOYEE || account.state().equals(Account.DEACTIVATED)) {
            throw new Conflict("access.role.not-for-them");
        }
        var rows = jdbc.sql("""
                insert into network_role (person_id, role, granted_by, granted_at) values (:person, :role, :by, :now)
                on conflict do nothing
                """)
                .param("person", person.value())
                .param("role", role.code())
                .param("by", agent.number())
                .param("now", utc(clock.instant()))
                .update();
        if (rows == 1) {
            changed(agent, "role granted", person, role);
            letters.roleGranted(account, role);
        }
    }

    /** The last administrator keeps the role, with {@link Conflict}. */
    public void withdraw(Agent agent, PersonId person, NetworkRole role) {
        if (role == NetworkRole.ADMINISTRATOR) {
            keepOneAdministratorBut(person);
        }
        var rows = jdbc.sql("delete from network_role where person_id = :person and role = :role")
                .param("person", person.value())
                .param("role", role.code())
                .update();
        if (rows == 1) {
            changed(agent, "role withdrawn", person, role);
            letters.roleWithdrawn(accounts.get(person), role);
        }
    }

    /** Holds the list of administrators until the transaction ends, so that no two of them go at once. */
    Set<PersonId> lockAdministrators() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parvis administrators'))")
                .query((row, number) -> number)
                .list();
        return new HashSet<>(jdbc.sql("""
                select r.person_id
                  from network_role r
                  join person p on p.id = r.person_id
                 where r.role = 'administrator' and p.state = 'active' and p.deleted_at is null
                """)
                .query((row, number) -> new PersonId(row.getLong("person_id")))
                .list());
    }

    void keepOneAdministratorBut(PersonId person) {
        if (lockAdministrators().equals(Set.of(person))) {
            throw new Conflict("access.role.last-administrator");
        }
    }

    private void changed(Agent agent, String action, PersonId person, NetworkRole role) {
        accounts.newEpoch(person);
        sessions.endAll(List.of(person));
        audit.record(agent, action, person, Map.of("role", role.code()));
    }
}
