package org.parvis.notifications;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One thing that waits for the letter about its thread, which is named as in {@code post-12}. */
record LetterLine(long id, long notification, NotificationKind kind, String thread, Instant due) {

    /** What it says: who did it, as far as the reader may know them, and in which words, if it has any. */
    record Said(long line, NotificationKind kind, @Nullable String actor, String words) {}
}
