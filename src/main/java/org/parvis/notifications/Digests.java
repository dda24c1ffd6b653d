package org.parvis.notifications;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.access.Addressee;
import org.parvis.access.Addressees;
import org.parvis.notifications.NotificationKind.ByMail;
import org.parvis.people.PersonId;
import org.parvis.platform.mail.Mail;
import org.parvis.platform.network.NetworkHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The digest of the day: what somebody has not read and no mail told them, at the beginning of their working hours. */
@Repository
@Transactional
class Digests implements MailRound {

    /** What is older is not told any more. */
    private static final Duration BACK = Duration.ofDays(14);

    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final int COUNTED = 100;
    private static final List<NotificationKind> KINDS = Arrays.stream(NotificationKind.values())
            .filter(kind -> kind.byMail() != ByMail.NEVER)
            .toList();

    private final JdbcClient jdbc;
    private final Addressees addressees;
    private final NetworkHours hours;
    private final Notifications notifications;
    private final MailRefusals refusals;
    private final MailTold told;
    private final LetterText text;
    private final Mail mail;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            Addressees addressees,
            NetworkHours hours,
            Notifications notifications,
            MailRefusals refusals,
            MailTold told,
            LetterText text,
            Mail mail,
            Clock clock) {
        this.jdbc = jdbc;
        this.addressees = addressees;
        this.hours = hours;
        this.notifications = notifications;
        this.refusals = refusals;
        this.told = told;
        this.text = text;
        this.mail = mail;
        this.clock = clock;
    }

    /** Something has come since then. */
    void expect(PersonId person, Instant since) {
        jdbc.sql("""
                insert into mail_digest (person_id, since, due_at) values (:person, :since, :since)
                on conflict (person_id) do update set since = least(mail_digest.since, excluded.since)
                """).param("person", person.value()).param("since", utc(since)).update();
    }

    @Override
    public List<PersonId> due(int most) {
        return jdbc.sql("select person_id from mail_digest where due_at <= :now order by due_at, person_id limit :most")
                .param("now", utc(clock.instant()))
                .param("most", most)
                .query((row, number) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    @Override
    public void serve(PersonId person) {
        var since = lock(person);
        var to = addressees.find(person).filter(one -> wants(one.person()));
        if (since.isPresent() && to.isPresent()) {
            serve(to.get(), since.get(), clock.instant());
        } else if (since.isPresent()) {
            forget(person);
        }
    }

    @Override
    public void putOff(PersonId person) {
        putOff(person, clock.instant().plus(PUT_OFF));
    }

    private void serve(Addressee to, Instant since, Instant now) {
        var working = hours.read();
        // What comes at the very beginning of a day is for the next one.
        var beginning = working.nextBeginning(since.plusMillis(1), to.zone());
        if (beginning.isAfter(now)) {
            putOff(to.person(), beginning);
        } else if (working.contains(now, to.zone())) {
            forget(to.person());
            write(to, now);
        } else {
            putOff(to.person(), working.nextBeginning(now, to.zone()));
        }
    }

    private void write(Addressee to, Instant now) {
        var unread = notifications.untold(to.person(), now.minus(BACK), KINDS, COUNTED);
        if (!unread.isEmpty()) {
            told.note(mail.write(text.digest(to, unread)), unread);
        }
    }

    private boolean wants(PersonId person) {
        return !refusals.of(person).contains(MailKind.DIGEST.code());
    }

    // Whoever notes that something new has come waits for the end of this, and then begins anew.
    private Optional<Instant> lock(PersonId person) {
        return jdbc.sql("select since from mail_digest where person_id = :person for update skip locked")
                .param("person", person.value())
                .query((row, number) -> instant(row, "since"))
                .optional();
    }

    private void forget(PersonId person) {
        jdbc.sql("delete from mail_digest where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private void putOff(PersonId person, Instant until) {
        jdbc.sql("update mail_digest set due_at = :until where person_id = :person")
                .param("until", utc(until))
                .param("person", person.value())
                .update();
    }
}
