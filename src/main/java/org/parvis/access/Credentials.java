package org.parvis.access;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Passwords, as hashes. */
@Repository
class Credentials {

    /** Whose password hashes to what. */
    record Known(PersonId person, String hash) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of an active account; any other has nothing to compare with. */
    Optional<Known> ofAddress(String email) {
        return jdbc.sql("""
                select c.person_id, c.password_hash
                  from person p
                  join credential c on c.person_id = p.id
                 where lower(p.email) = :email and p.state = 'active' and p.deleted_at is null
                """)
                .param("email", AccountRows.address(email))
                .query((row, number) ->
                        new Known(new PersonId(row.getLong("person_id")), row.getString("password_hash")))
                .optional();
    }

    Optional<String> hash(PersonId person) {
        return jdbc.sql("select password_hash from credential where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    Optional<Instant> changedAt(PersonId person) {
        return jdbc.sql("select changed_at from credential where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> instant(row, "changed_at"))
                .optional();
    }

    void set(PersonId person, String hash) {
        jdbc.sql("""
                insert into credential (person_id, password_hash, changed_at) values (:person, :hash, :now)
                on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                """)
                .param("person", person.value())
                .param("hash", hash)
                .param("now", utc(clock.instant()))
                .update();
    }
}
