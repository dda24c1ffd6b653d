package org.parvis.notifications;

import java.util.Locale;

/** What somebody is told about. */
public enum NotificationKind {
    MENTION("post"),
    COMMENT("post"),
    REPLY("post"),
    REQUEST("community"),
    AGREED("community"),
    ADDED("community"),
    INVITED("community"),
    POST_REMOVED("post"),
    COMMENT_REMOVED("post"),
    TOKEN("person"),
    RESET_LINK("person"),
    MAIL_READ("person"),
    CALLED("post"),
    ANSWERED("post"),
    ACCEPTED("post"),
    OVERDUE_SOON("post"),
    REPORT("report"),
    REPORT_HANDLED("report"),
    REPORT_DECIDED("report");

    private final String subject;

    NotificationKind(String subject) {
        this.subject = subject;
    }

    static NotificationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As the database, the API and the messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of thing it is grouped by. */
    String subject() {
        return subject;
    }
}
