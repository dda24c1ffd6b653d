package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.people.PlannedPerson;

/**
 * A planned person and who that is in the network.
 *
 * @param person null for somebody new
 * @param email the address to sign in with, unless somebody else has it
 * @param ours whether this source may write the directory fields, another source does not keep them
 */
record DirectoryMatch(
        PlannedPerson planned,
        @Nullable Long person,
        boolean byAddress,
        @Nullable String email,
        boolean ours) {

    String key() {
        return planned.key();
    }
}
