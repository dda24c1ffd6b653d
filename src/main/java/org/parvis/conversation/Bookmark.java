package org.parvis.conversation;

import java.time.Instant;

/** A post that somebody wants to find again, and since when. */
public record Bookmark(Post post, Instant since) {}
