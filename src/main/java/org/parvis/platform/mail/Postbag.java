package org.parvis.platform.mail;

import static org.parvis.platform.time.Times.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The mails that wait to be sent. */
@Repository
class Postbag {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int PROBLEM = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Postbag(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes what is due. Whoever takes it has five minutes; if they die meanwhile, it is due again. */
    List<Envelope> take(int most) {
        var now = clock.instant();
        return jdbc.sql("""
                update outgoing_mail m
                   set next_try_at = :lease, tries = tries + 1
                  from (select id from outgoing_mail
                         where sent_at is null and next_try_at <= :now and expires_at > :now
                         order by next_try_at
                         limit :most
                           for update skip locked) due
                 where m.id = due.id
                returning m.id, m.recipient, m.kind, m.language, m.subject, m.body, m.tries, m.thread, m.stop_link
                """)
                .param("lease", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .param("most", most)
                .query(Postbag::envelope)
                .list();
    }

    // The text may hold a link that opens an account: it is not kept longer than needed.
    void sent(Envelope envelope) {
        jdbc.sql("update outgoing_mail set sent_at = :now, problem = null, body = '' where id = :id")
                .param("now", utc(clock.instant()))
                .param("id", envelope.id())
                .update();
    }

    void failed(Envelope envelope, String problem) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(envelope.tries() - 1, 8));
        jdbc.sql("update outgoing_mail set next_try_at = :next, problem = :problem where id = :id")
                .param("next", utc(clock.instant().plus(pause)))
                .param("problem", problem.substring(0, Math.min(problem.length(), PROBLEM)))
                .param("id", envelope.id())
                .update();
    }

    /** No mail stays for ever, and none keeps its text once it is worth nothing. */
    void clear() {
        var now = clock.instant();
        jdbc.sql("delete from outgoing_mail where created_at < :old")
                .param("old", utc(now.minus(KEPT)))
                .update();
        jdbc.sql("update outgoing_mail set body = '' where expires_at < :now and body <> ''")
                .param("now", utc(now))
                .update();
    }

    private static Envelope envelope(ResultSet row, int number) throws SQLException {
        return new Envelope(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("kind"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("tries"),
                row.getString("thread"),
                row.getString("stop_link"));
    }
}
