package org.parvis.conversation;

import java.time.Instant;

/** An earlier wording: written when, and replaced when. */
public record Version(long id, String text, Instant writtenAt, Instant replacedAt) {}
