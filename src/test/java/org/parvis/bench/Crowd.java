package org.parvis.bench;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * People who are signed in for a run, on a network with people of its own: each by a session whose secret this process
 * alone knows. When it is closed, their sessions are gone, and what they accepted to come in.
 */
final class Crowd implements AutoCloseable {

    // Somebody's list of devices says what it was, should a run be killed; the next one takes it away.
    private static final String DEVICE = "computer|bench|";

    private final Database database;
    private final String secret;
    private final List<Long> people;
    private final List<Long> newcomers;

    private Crowd(Database database, String secret, List<Long> people, List<Long> newcomers) {
        this.database = database;
        this.secret = secret;
        this.people = people;
        this.newcomers = newcomers;
    }

    static Crowd of(Database database, Collection<Long> people) {
        forget(database);
        var secret = newSecret();
        var numbers = people.toArray(Long[]::new);
        database.jdbc()
                .sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                select sha256(convert_to(:secret || id, 'UTF8')), id, :device, '127.0.0.1', now(), now(), now() + interval '1 day'
                  from unnest(:people) as id
                """)
                .param("secret", secret)
                .param("device", DEVICE)
                .param("people", numbers)
                .update();
        // They came in over weeks, not in one moment: the database knows how many they are.
        database.jdbc().sql("analyze sign_in_session").update();
        var newcomers = database.jdbc()
                .sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select id, version, 'en', now()
                  from unnest(:people) as id
                 cross join (select max(version) as version from charter having count(*) > 0) newest
                on conflict do nothing
                returning person_id
                """)
                .param("people", numbers)
                .query((row, number) -> row.getLong("person_id"))
                .list();
        return new Crowd(database, secret, List.copyOf(people), newcomers);
    }

    List<Long> people() {
        return people;
    }

    /** What every cookie begins with; the number of the person follows. */
    String secret() {
        return secret;
    }

    /** What the cookie of one of them holds. */
    String session(long person) {
        return secret + person;
    }

    @Override
    public void close() {
        forget(database);
        database.jdbc()
                .sql("""
                delete from charter_acceptance
                 where person_id = any (:newcomers) and version = (select max(version) from charter)
                """)
                .param("newcomers", newcomers.toArray(Long[]::new))
                .update();
    }

    private static void forget(Database database) {
        database.jdbc()
                .sql("delete from sign_in_session where device = :device")
                .param("device", DEVICE)
                .update();
    }

    private static String newSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes) + "-";
    }
}
