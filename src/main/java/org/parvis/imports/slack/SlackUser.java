package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

/**
 * Someone in {@code users.json}.
 *
 * @param name what they are called on a page, never empty
 */
public record SlackUser(
        String id,
        String name,
        @Nullable String email,
        @Nullable String title,
        @Nullable String timeZone,
        boolean deleted,
        boolean bot) {}
