package org.parvis.integrations;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What was answered to which key, kept for a day in the transaction that did what was asked. */
@Repository
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    /** One person's key on one route. */
    record Use(PersonId person, String route, String key) {}

    /** An answer given before. */
    record Answer(byte[] requestHash, int status, @Nullable String location, byte[] body) {

        boolean isFor(byte[] hash) {
            return Arrays.equals(requestHash, hash);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Holds the key until the transaction ends; false when another request is at it. */
    boolean hold(Use use) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:use, 0))")
                .param("use", "idempotency %s %s %s".formatted(use.person(), use.route(), use.key()))
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(Use use) {
        return jdbc.sql("""
                select request_hash, status, location, body
                  from idempotency_key
                 where person_id = :person and route = :route and key = :key and created_at > :since
                """)
                .param("person", use.person().value())
                .param("route", use.route())
                .param("key", use.key())
                .param("since", utc(clock.instant().minus(KEPT)))
                .query((row, number) -> new Answer(
                        row.getBytes("request_hash"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getBytes("body")))
                .optional();
    }

    void keep(Use use, Answer answer) {
        jdbc.sql("""
                insert into idempotency_key (person_id, route, key, request_hash, status, location, body, created_at)
                values (:person, :route, :key, :hash, :status, :location, :body, :now)
                on conflict (person_id, route, key) do update
                   set request_hash = excluded.request_hash, status = excluded.status,
                       location = excluded.location, body = excluded.body, created_at = excluded.created_at
                """)
                .param("person", use.person().value())
                .param("route", use.route())
                .param("key", use.key())
                .param("hash", answer.requestHash())
                .param("status", answer.status())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Forgets a bounded number of what is older than a day; answers how many. */
    int forget(int most) {
        return jdbc.sql("""
                delete from idempotency_key
                 where ctid = any (array(select ctid from idempotency_key where created_at < :before limit :most))
                """)
                .param("before", utc(clock.instant().minus(KEPT)))
                .param("most", most)
                .update();
    }
}
