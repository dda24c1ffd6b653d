package org.parvis.people;

import org.jspecify.annotations.Nullable;

/**
 * Someone who took part in conversations of the past.
 *
 * @param key unique within its source
 * @param email an address of this person alone
 * @param program whether no human being speaks here
 */
public record BroughtPerson(
        String key,
        String name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String timeZone,
        boolean program) {}
