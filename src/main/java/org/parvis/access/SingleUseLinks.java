package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Links that let somebody in without a password, once. A new one revokes those before it, and a link is worth nothing
 * once the address it was made for, or the state of the account, is another.
 */
@Repository
@Transactional
public class SingleUseLinks {

    static final Duration INVITATION = Duration.ofDays(14);
    static final Duration RESET = Duration.ofHours(1);

    /** Why a link was made, and how long it lasts. */
    enum Purpose {
        INVITATION(SingleUseLinks.INVITATION),
        RESET(SingleUseLinks.RESET);

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A link that can still be used. */
    public record Usable(PersonId person, Purpose purpose, String name, String email) {

        public boolean invitation() {
            return purpose == Purpose.INVITATION;
        }

        /** What makes no password, since everybody knows it. */
        List<String> own() {
            return List.of(name, email);
        }
    }

    /** A link just made, for the only moment at which its secret is known. */
    record Fresh(long id, String path) {}

    private static final String USABLE = """
            l.token_hash = :hash
               and l.used_at is null and l.revoked_at is null and l.expires_at > :now
               and p.id = l.person_id and p.deleted_at is null and lower(p.email) = lower(l.email)
               and case l.purpose when 'reset' then p.state = 'active' else p.state in ('not_invited', 'invited') end
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SingleUseLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The caller has locked the account, so that of two newest links there is one. */
    @Transactional(propagation = Propagation.MANDATORY)
    Fresh issue(Account account, Purpose purpose, @Nullable PersonId by) {
        revokeAll(List.of(account.id()));
        var token = OpaqueToken.random();
        var now = clock.instant();
        var id = jdbc.sql("""
                insert into single_use_link (token_hash, person_id, purpose, email, created_by, created_at, expires_at)
                values (:hash, :person, :purpose, :email, :by, :now, :expires)
                returning id
                """)
                .param("hash", token.hash())
                .param("person", account.id().value())
                .param("purpose", purpose.code())
                .param("email", account.email())
                .param("by", by == null ? null : by.value())
                .param("now", utc(now))
                .param("expires", utc(now.plus(purpose.life())))
                .query(Long.class)
                .single();
        return new Fresh(id, "/links/" + token.text());
    }

    /** Looks without using: whatever follows links before their reader does, does no harm. */
    Optional<Usable> find(OpaqueToken token) {
        return jdbc.sql("select p.id, p.name, p.email, l.purpose from single_use_link l, person p where " + USABLE)
                .param("hash", token.hash())
                .param("now", utc(clock.instant()))
                .query(SingleUseLinks::usable)
                .optional();
    }

    /** Of all who use a link at once, one gets an answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Usable> use(OpaqueToken token) {
        return jdbc.sql("update single_use_link l set used_at = :now from person p where " + USABLE
                        + " returning p.id, p.name, p.email, l.purpose")
                .param("hash", token.hash())
                .param("now", utc(clock.instant()))
                .query(SingleUseLinks::usable)
                .optional();
    }

    void revokeAll(Collection<PersonId> people) {
        jdbc.sql("""
                update single_use_link set revoked_at = :now
                 where person_id = any (:people) and used_at is null and revoked_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    private static Usable usable(ResultSet row, int number) throws SQLException {
        return new Usable(
                new PersonId(row.getLong("id")),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("email"));
    }
}
