package org.parvis.conversation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An earlier wording: written when, and replaced when.
 *
 * @param title null for what has none
 * @param successor what replaced it; null where that is how it reads today
 * @param nextTitle the title that came with that; null where that is today's
 * @param refiled whether files came or went when it was replaced
 */
public record Version(
        long id,
        @Nullable String title,
        String text,
        @Nullable String nextTitle,
        @Nullable String successor,
        boolean refiled,
        Instant writtenAt,
        Instant replacedAt) {}
