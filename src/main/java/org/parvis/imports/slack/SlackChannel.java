package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A channel, or a private group.
 *
 * @param creator a user id, null where the export has none
 * @param invitationOnly a private group
 */
public record SlackChannel(
        String id,
        String name,
        @Nullable Instant created,
        @Nullable String creator,
        boolean archived,
        boolean invitationOnly,
        boolean general,
        String purpose,
        String topic,
        List<String> members) {

    /** What a report calls it: every administrator reads it, and the name of a private group is its members' affair. */
    public String label() {
        return invitationOnly ? id : name;
    }
}
