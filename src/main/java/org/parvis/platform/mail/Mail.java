package org.parvis.platform.mail;

import static org.parvis.platform.time.Times.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/** Where a mail is written, in the transaction that causes it; it leaves when that has been committed. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Mail {

    private static final int SUBJECT = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Mail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number it has among what goes out. */
    public long write(Letter letter) {
        var now = clock.instant();
        return jdbc.sql("""
                insert into outgoing_mail
                       (person_id, recipient, kind, language, subject, body, created_at, expires_at, next_try_at,
                        thread, stop_link)
                values (:person, :recipient, :kind, :language, :subject, :body, :now, :expires, :now, :thread, :stopLink)
                returning id
                """)
                .param("person", letter.person())
                .param("recipient", letter.recipient())
                .param("kind", letter.kind())
                .param("language", letter.language().toLanguageTag())
                .param("subject", shortened(letter.subject()))
                .param("body", letter.body())
                .param("now", utc(now))
                .param("expires", utc(now.plus(letter.worth())))
                .param("thread", letter.thread())
                .param("stopLink", letter.stopLink())
                .query(Long.class)
                .single();
    }

    public void writeAll(List<Letter> letters) {
        letters.forEach(this::write);
    }

    private static String shortened(String subject) {
        return subject.length() <= SUBJECT ? subject : subject.substring(0, SUBJECT - 1) + "…";
    }
}
