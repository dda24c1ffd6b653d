package org.parvis.journal;

import java.util.Locale;

/** What was done, in the words of the ActivityStreams 2.0 vocabulary, section 3.1 (activity types). */
public enum Verb {
    ACCEPT,
    ADD,
    ANNOUNCE,
    BLOCK,
    CREATE,
    DELETE,
    FLAG,
    FOLLOW,
    IGNORE,
    INVITE,
    JOIN,
    LEAVE,
    LIKE,
    MOVE,
    OFFER,
    QUESTION,
    READ,
    REJECT,
    REMOVE,
    UNDO,
    UPDATE,
    VIEW;

    /** The verb as it is written in rows and events. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verb of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
