package org.parvis.access;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.platform.web.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What programs sign in with on somebody's behalf. */
@Repository
public class AccessTokens {

    static final Duration LONGEST = Duration.ofDays(365);

    /** Tokens that one person has at a time. */
    static final int MOST = 100;

    private static final String PREFIX = "pv_";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A token in the list of one's own, without its secret. */
    public record Open(
            long id,
            String name,
            Instant since,
            Instant expires,
            @Nullable Instant lastUsed) {}

    /** A token just made: the only moment at which its secret can be read. */
    record Fresh(long id, OpaqueToken secret) {}

    private record Found(SignedInSession session, @Nullable Instant lastUsed) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    AccessTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Conflict when the person has as many as anyone may have */
    Fresh create(PersonId person, String name, Duration life) {
        var secret = new OpaqueToken(PREFIX + OpaqueToken.random().text());
        var now = clock.instant();
        var id = jdbc.sql("""
                insert into access_token (token_hash, person_id, name, created_at, expires_at)
                select :hash, :person, :name, :now, :expires
                 where (select count(*) from access_token
                         where person_id = :person and revoked_at is null and expires_at > :now) < :most
                returning id
                """)
                .param("most", MOST)
                .param("hash", secret.hash())
                .param("person", person.value())
                .param("name", name)
                .param("now", utc(now))
                .param("expires", utc(now.plus(life)))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Conflict("access.token.too-many"));
        return new Fresh(id, secret);
    }

    Optional<SignedInSession> find(OpaqueToken token) {
        var found = jdbc.sql("select t.id as token_id, t.last_used_at, " + SignedInRow.COLUMNS + """
                  from access_token t
                  join person p on p.id = t.person_id
                 where t.token_hash = :hash
                   and t.revoked_at is null
                   and t.expires_at > :now
                   and p.state = 'active'
                   and p.deleted_at is null
                """)
                .param("hash", token.hash())
                .param("now", utc(clock.instant()))
                .query(AccessTokens::found)
                .optional();
        found.ifPresent(this::used);
        return found.map(Found::session);
    }

    List<Open> of(PersonId person) {
        return jdbc.sql("""
                select id, name, created_at, expires_at, last_used_at
                  from access_token
                 where person_id = :person and revoked_at is null and expires_at > :now
                 order by created_at desc, id desc
                 limit :most
                """)
                .param("most", MOST)
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .query(AccessTokens::open)
                .list();
    }

    Set<Long> open(Long[] numbers) {
        return numbers.length == 0
                ? Set.of()
                : jdbc.sql("""
                select s.id
                  from access_token s
                  join person p on p.id = s.person_id and p.state = 'active' and p.deleted_at is null
                 where s.id = any (:numbers) and s.revoked_at is null and s.expires_at > :now
                """)
                        .param("numbers", numbers)
                        .param("now", utc(clock.instant()))
                        .query((row, number) -> row.getLong("id"))
                        .set();
    }

    boolean isOpen(long token) {
        return jdbc.sql("""
                select exists (select from access_token t join person p on p.id = t.person_id
                                where t.id = :id and t.revoked_at is null and t.expires_at > :now and p.state = 'active')
                """)
                .param("id", token)
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    boolean revoke(PersonId person, long token) {
        var rows = jdbc.sql("""
                update access_token set revoked_at = :now where id = :id and person_id = :person and revoked_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("id", token)
                .param("person", person.value())
                .update();
        return rows == 1;
    }

    void revokeAll(Collection<PersonId> people) {
        jdbc.sql("update access_token set revoked_at = :now where person_id = any (:people) and revoked_at is null")
                .param("now", utc(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    private void used(Found found) {
        var now = clock.instant();
        var last = found.lastUsed();
        if (last == null || last.plus(MINUTE).isBefore(now)) {
            jdbc.sql("""
                    update access_token set last_used_at = :now
                     where id = :id and (last_used_at is null or last_used_at < :before)
                    """)
                    .param("now", utc(now))
                    .param("before", utc(now.minus(MINUTE)))
                    .param("id", found.session().number())
                    .update();
        }
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var session = SignedInRow.read(row, SignedInSession.Means.TOKEN, row.getLong("token_id"));
        return new Found(session, instantOrNull(row, "last_used_at"));
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getLong("id"),
                row.getString("name"),
                instant(row, "created_at"),
                instant(row, "expires_at"),
                instantOrNull(row, "last_used_at"));
    }
}
