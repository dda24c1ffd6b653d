package org.parvis.conversation;

import java.util.Locale;

/** What somebody is told of a thread by their own choice. */
public enum Watch {
    /** Every new comment, though they took no part. */
    FOLLOWED,
    /** Nothing but what mentions them by name. */
    MUTED;

    /** As the API writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
