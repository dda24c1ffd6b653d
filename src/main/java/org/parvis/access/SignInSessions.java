package org.parvis.access;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonId;
import org.parvis.platform.database.WrittenLater;
import org.springframework.beans.factory.DisposableBean;
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

/** Devices that are signed in. Read with every request, so that what ends here has ended everywhere. */
@Repository
public class SignInSessions implements DisposableBean {

    static final Duration LIFETIME = Duration.ofDays(30);

    /** Devices that one person is signed in on; a further one ends the one that was seen longest ago. */
    static final int MOST = 100;

    private static final Duration A_WHILE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_ALIVE = 100_000;

    /** A signed-in device, for the list of one's own. */
    public record Open(long id, Device device, String address, Instant since, Instant lastSeen) {}

    private record Found(SignedInSession session, Instant lastSeen) {}

    private final WrittenLater<Long> alive = new WrittenLater<>(PAUSE, MOST_ALIVE, this::write);
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    OpaqueToken open(PersonId person, Device device, String address) {
        var token = OpaqueToken.random();
        var now = clock.instant();
        jdbc.sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                values (:hash, :person, :device, :address, :now, :now, :expires)
                """)
                .param("hash", token.hash())
                .param("person", person.value())
                .param("device", device.code())
                .param("address", address)
                .param("now", utc(now))
                .param("expires", utc(now.plus(LIFETIME)))
                .update();
        endAllButNewest(person, now);
        return token;
    }

    private void endAllButNewest(PersonId person, Instant now) {
        jdbc.sql("""
                update sign_in_session set ended_at = :now
                 where id in (select id from sign_in_session
                               where person_id = :person and ended_at is null
                               order by last_seen_at desc, id desc
                              offset :most)
                """)
                .param("now", utc(now))
                .param("person", person.value())
                .param("most", MOST)
                .update();
    }

    Optional<SignedInSession> find(OpaqueToken token) {
        var found = jdbc.sql("select s.id as session_id, s.last_seen_at, " + SignedInRow.COLUMNS + """
                  from sign_in_session s
                  join person p on p.id = s.person_id
                 where s.token_hash = :hash
                   and s.ended_at is null
                   and s.expires_at > :now
                   and p.state = 'active'
                   and p.deleted_at is null
                """)
                .param("hash", token.hash())
                .param("now", utc(clock.instant()))
                .query(SignInSessions::found)
                .optional();
        found.ifPresent(this::seen);
        return found.map(Found::session);
    }

    List<Open> of(PersonId person) {
        return jdbc.sql("""
                select id, device, address, created_at, last_seen_at
                  from sign_in_session
                 where person_id = :person and ended_at is null and expires_at > :now
                 order by last_seen_at desc, id desc
                 limit :most
                """)
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .param("most", MOST)
                .query(SignInSessions::open)
                .list();
    }

    Set<Long> open(Long[] numbers) {
        return numbers.length == 0
                ? Set.of()
                : jdbc.sql("""
                select s.id
                  from sign_in_session s
                  join person p on p.id = s.person_id and p.state = 'active' and p.deleted_at is null
                 where s.id = any (:numbers) and s.ended_at is null and s.expires_at > :now
                """)
                        .param("numbers", numbers)
                        .param("now", utc(clock.instant()))
                        .query((row, number) -> row.getLong("id"))
                        .set();
    }

    boolean isOpen(long session) {
        return jdbc.sql("""
                select exists (select from sign_in_session s join person p on p.id = s.person_id
                                where s.id = :id and s.ended_at is null and s.expires_at > :now and p.state = 'active')
                """)
                .param("id", session)
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    boolean end(PersonId person, long session) {
        var rows = jdbc.sql("""
                update sign_in_session set ended_at = :now where id = :id and person_id = :person and ended_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("id", session)
                .param("person", person.value())
                .update();
        return rows == 1;
    }

    void endAllBut(PersonId person, long kept) {
        jdbc.sql("""
                update sign_in_session set ended_at = :now where person_id = :person and ended_at is null and id <> :kept
                """)
                .param("now", utc(clock.instant()))
                .param("person", person.value())
                .param("kept", kept)
                .update();
    }

    void endAll(Collection<PersonId> people) {
        jdbc.sql("update sign_in_session set ended_at = :now where person_id = any (:people) and ended_at is null")
                .param("now", utc(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .update();
    }

    // Kept to five minutes, and many at once: a visit is one sign of life, not a write for each of its pages.
    private void seen(Found found) {
        if (found.lastSeen().plus(A_WHILE).isBefore(clock.instant())) {
            alive.note(found.session().number());
        }
    }

    private void write(List<Long> alive) {
        var now = clock.instant();
        jdbc.sql("""
                update sign_in_session s set last_seen_at = :now
                  from (select id from sign_in_session
                         where id = any (:numbers) and last_seen_at < :before
                         order by id
                           for update) seen
                 where s.id = seen.id
                """)
                .param("now", utc(now))
                .param("before", utc(now.minus(A_WHILE)))
                .param("numbers", alive.toArray(Long[]::new))
                .update();
    }

    /** Writes down who gave a sign of life since the last time. */
    void flush() {
        alive.flush();
    }

    /** What came in the last seconds is written while there is a database. */
    @Override
    public void destroy() {
        flush();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var session = SignedInRow.read(row, SignedInSession.Means.DEVICE, row.getLong("session_id"));
        return new Found(session, instant(row, "last_seen_at"));
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        return new Open(
                row.getLong("id"),
                Device.parse(row.getString("device")),
                row.getString("address"),
                instant(row, "created_at"),
                instant(row, "last_seen_at"));
    }
}
