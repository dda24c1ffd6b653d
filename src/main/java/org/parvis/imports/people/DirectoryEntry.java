package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;

/**
 * One row of a directory, as the file has it: a person, or a post nobody holds.
 *
 * @param dn the distinguished name in normal form, where a directory server wrote the file
 * @param email as written; the plan decides whether it is an address and whose
 * @param manager an id, an address or a distinguished name
 * @param attributes further columns by their header
 * @param left the directory itself says that they are not there any more
 * @param hasPhoto {@link DirectoryFile#photos} hands it out
 */
public record DirectoryEntry(
        long line,
        @Nullable String id,
        @Nullable String dn,
        @Nullable String email,
        String name,
        @Nullable String givenName,
        @Nullable String familyName,
        Occupation occupation,
        @Nullable String language,
        @Nullable String timeZone,
        @Nullable String manager,
        Map<String, String> attributes,
        boolean left,
        boolean hasPhoto) {

    /** What stays the same from one file of this source to the next: the id, or else the address. */
    public @Nullable String key() {
        if (id != null) {
            return id;
        } else {
            return email == null ? null : email.toLowerCase(Locale.ROOT);
        }
    }
}
