package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

/**
 * A person a directory brings.
 *
 * @param personalAddress an address of this person alone, in lower case: by it an account may be given
 * @param contactAddress where to write to, perhaps shared with others: gives nobody an account
 * @param managerKey the key of another planned person
 */
public record PlannedPerson(
        String key,
        DirectoryEntry entry,
        @Nullable String personalAddress,
        @Nullable String contactAddress,
        @Nullable String managerKey) {}
