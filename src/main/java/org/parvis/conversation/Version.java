package org.parvis.conversation;

import java.time.Instant;

/**
 * An earlier wording: written when, and replaced when.
 *
 * @param refiled whether files came or went when it was replaced
 */
public record Version(long id, String text, boolean refiled, Instant writtenAt, Instant replacedAt) {}
