package org.parvis.conversation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An earlier wording: written when, and replaced when.
 *
 * @param successor what replaced it; null where that is how it reads today
 * @param refiled whether files came or went when it was replaced
 */
public record Version(
        long id, String text, @Nullable String successor, boolean refiled, Instant writtenAt, Instant replacedAt) {}
