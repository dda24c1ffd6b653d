package org.parvis.notifications;

import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;

/** Which mails people do not want. Whoever says nothing gets them all. */
@Repository
@Transactional
class MailRefusals {

    private final JdbcClient jdbc;
    private final Clock clock;

    MailRefusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Set<String> of(PersonId person) {
        return jdbc.sql("select kind from mail_refusal where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> row.getString("kind"))
                .set();
    }

    void refuse(PersonId person, MailKind kind) {
        jdbc.sql("""
                insert into mail_refusal (person_id, kind, at)
                select id, :kind, :now from person where id = :person
                on conflict do nothing
                """)
                .param("kind", kind.code())
                .param("now", utc(clock.instant()))
                .param("person", person.value())
                .update();
    }

    /** Wants these kinds, and no other. */
    void choose(PersonId person, Collection<String> wanted) {
        jdbc.sql("delete from mail_refusal where person_id = :person and kind = any (:wanted)")
                .param("person", person.value())
                .param("wanted", wanted.toArray(String[]::new))
                .update();
        MailKind.all().stream().filter(kind -> !wanted.contains(kind.code())).forEach(kind -> refuse(person, kind));
    }
}
