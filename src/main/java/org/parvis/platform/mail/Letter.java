package org.parvis.platform.mail;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/**
 * A mail to one person at one address, as plain text; a line that is an address becomes a link. It is not sent any more
 * once {@code worth} is over.
 */
public record Letter(
        @Nullable Long person,
        String recipient,
        String kind,
        Locale language,
        String subject,
        String body,
        Duration worth) {

    // What stands in a header stays on its line.
    public Letter {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        if (recipient.chars().anyMatch(c -> Character.isISOControl(c) || c == ',' || c == ';')) {
            throw new IllegalArgumentException("not one address");
        }
    }
}
