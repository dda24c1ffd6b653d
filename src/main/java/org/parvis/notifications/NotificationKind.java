package org.parvis.notifications;

import java.util.Locale;

/** What somebody is told about. */
public enum NotificationKind {
    MENTION("post", ByMail.LETTER),
    COMMENT("post"),
    REPLY("post", ByMail.LETTER),
    REQUEST("community"),
    AGREED("community"),
    ADDED("community"),
    INVITED("community"),
    POST_REMOVED("post"),
    COMMENT_REMOVED("post"),
    TOKEN("person", ByMail.NEVER),
    RESET_LINK("person", ByMail.NEVER),
    MAIL_READ("person", ByMail.NEVER),
    CALLED("post", ByMail.LETTER),
    ANSWERED("post", ByMail.LETTER),
    ACCEPTED("post"),
    OVERDUE_SOON("post", ByMail.LETTER),
    PRAISED("post", ByMail.LETTER),
    COMMUNITY_PRAISED("post"),
    ANNOUNCED("post", ByMail.LETTER),
    REMINDED("post", ByMail.LETTER),
    COAUTHOR("draft"),
    FOLLOWED("post"),
    BOOKMARK("post"),
    UNPUBLISHED("draft"),
    REPORT("report"),
    REPORT_HANDLED("report"),
    REPORT_DECIDED("report");

    /** How one is told by mail: at once in working hours, in the digest of the day, or in a way of its own. */
    enum ByMail {
        LETTER,
        DIGEST,
        NEVER
    }

    private final String subject;
    private final ByMail byMail;

    NotificationKind(String subject) {
        this(subject, ByMail.DIGEST);
    }

    NotificationKind(String subject, ByMail byMail) {
        this.subject = subject;
        this.byMail = byMail;
    }

    static NotificationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database, the API and the messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A kind that has a letter of its own needs no more than its name, {@code notifications.mail.kind.…}, and what it says,
     * {@code notifications.mail.told.…}.
     */
    ByMail byMail() {
        return byMail;
    }

    /** Whether it is what is said in a thread, of which those who muted it are told nothing. */
    boolean mutable() {
        return switch (this) {
            case COMMENT, REPLY, ANSWERED, ACCEPTED, FOLLOWED -> true;
            default -> false;
        };
    }

    /** The kind of thing it is grouped by. */
    String subject() {
        return subject;
    }
}
