package org.parvis.imports.slack;

/** Someone's reaction, one of our six. */
public record PastReaction(String userId, Kind kind) {

    /** Our six reactions. */
    public enum Kind {
        LIKE,
        THANKS,
        BRAVO,
        IDEA,
        LAUGH,
        SAD
    }
}
