package org.parvis.notifications;

import org.parvis.notifications.NotificationKind.ByMail;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A kind of mail that one may want or not: the letters of a kind of notification, or the digest of the day. */
public record MailKind(String code) {

    static final MailKind DIGEST = new MailKind("digest");

    /** As settings list them. */
    static List<MailKind> all() {
        return Stream.concat(
                        Arrays.stream(NotificationKind.values())
                                .filter(kind -> kind.byMail() == ByMail.LETTER)
                                .map(MailKind::of),
                        Stream.of(DIGEST))
                .toList();
    }

    static MailKind of(NotificationKind kind) {
        return new MailKind(kind.code());
    }

    static Optional<MailKind> find(String code) {
        return all().stream().filter(kind -> kind.code.equals(code)).findFirst();
    }

    public String messageKey() {
        return "notifications.mail.kind." + code;
    }
}
