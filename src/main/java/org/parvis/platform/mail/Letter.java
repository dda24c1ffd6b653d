package org.parvis.platform.mail;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/**
 * A mail to one person at one address, as plain text; a line that is an address becomes a link, lines that begin with
 * {@code >} a quotation. It is not sent any more once {@code worth} is over.
 *
 * @param thread mails of the same one stand together where they are read, as in {@code post-12}
 * @param stopLink where one press ends this kind of mail (RFC 8058), for what comes again and again
 */
public record Letter(
        @Nullable Long person,
        String recipient,
        String kind,
        Locale language,
        String subject,
        String body,
        Duration worth,
        @Nullable String thread,
        @Nullable String stopLink) {

    /** A mail by itself, about something that happens once. */
    public Letter(
            @Nullable Long person,
            String recipient,
            String kind,
            Locale language,
            String subject,
            String body,
            Duration worth) {
        this(person, recipient, kind, language, subject, body, worth, null, null);
    }

    // What stands in a header stays on its line.
    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        if (recipient.chars().anyMatch(c -> Character.isISOControl(c) || c == ',' || c == ';')) {
            throw new IllegalArgumentException("not one address");
        }
    }
}
