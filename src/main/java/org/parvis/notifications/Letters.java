package org.parvis.notifications;

import org.parvis.access.Addressee;
import org.parvis.access.Addressees;
import org.parvis.people.PersonId;
import org.parvis.platform.mail.Mail;
import org.parvis.platform.network.NetworkHours;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Letters about what cannot wait: one for each thread, within working hours, of what is still unread and readable. */
@Component
@Transactional
class Letters implements MailRound {

    private static final Duration PUT_OFF = Duration.ofHours(1);

    private final LetterLines waiting;
    private final Addressees addressees;
    private final NetworkHours hours;
    private final Notifications notifications;
    private final MailRefusals refusals;
    private final Digests digests;
    private final MailTold told;
    private final LetterText text;
    private final Mail mail;
    private final Clock clock;

    Letters(
            LetterLines waiting,
            Addressees addressees,
            NetworkHours hours,
            Notifications notifications,
            MailRefusals refusals,
            Digests digests,
            MailTold told,
            LetterText text,
            Mail mail,
            Clock clock) {
        this.waiting = waiting;
        this.addressees = addressees;
        this.hours = hours;
        this.notifications = notifications;
        this.refusals = refusals;
        this.digests = digests;
        this.told = told;
        this.text = text;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public List<PersonId> due(int most) {
        return waiting.due(clock.instant(), most);
    }

    @Override
    public void serve(PersonId person) {
        var lines = waiting.lock(person);
        var to = addressees.find(person);
        if (to.isEmpty()) {
            waiting.drop(lines);
        } else {
            serve(to.get(), lines, clock.instant());
        }
    }

    @Override
    public void putOff(PersonId person) {
        waiting.putOff(waiting.lock(person), clock.instant().plus(PUT_OFF));
    }

    private void serve(Addressee to, List<LetterLine> lines, Instant now) {
        var working = hours.read();
        if (working.contains(now, to.zone())) {
            lines.stream().collect(Collectors.groupingBy(LetterLine::thread)).values().stream()
                    .filter(thread ->
                            thread.stream().anyMatch(line -> !line.due().isAfter(now)))
                    .forEach(thread -> write(to, thread));
        } else {
            waiting.putOff(lines, working.nextBeginning(now, to.zone()));
        }
    }

    private void write(Addressee to, List<LetterLine> thread) {
        var wanted = leaveOutWhatIsNotWanted(to.person(), thread);
        var unread = notifications.stillUnread(
                to.person(),
                wanted.stream().map(LetterLine::notification).distinct().toList());
        var said = waiting.said(to.person(), wanted, unread);
        if (said.isEmpty()) {
            waiting.drop(wanted);
        } else {
            var letter = mail.write(text.letter(to, thread.getFirst().thread(), unread, said));
            waiting.settle(wanted, said, letter);
            told.note(letter, unread);
        }
    }

    // It comes with the digest instead.
    private List<LetterLine> leaveOutWhatIsNotWanted(PersonId person, List<LetterLine> thread) {
        var refused = refusals.of(person);
        var unwanted = thread.stream()
                .filter(line -> refused.contains(line.kind().code()))
                .toList();
        if (!unwanted.isEmpty()) {
            waiting.drop(unwanted);
            digests.expect(person, clock.instant());
        }
        return thread.stream().filter(line -> !unwanted.contains(line)).toList();
    }
}
