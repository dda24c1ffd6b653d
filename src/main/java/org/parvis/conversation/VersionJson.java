package org.parvis.conversation;

import java.time.Instant;

/** An earlier wording as the REST API writes it. */
record VersionJson(String text, Instant writtenAt, Instant replacedAt) {

    static VersionJson of(Version version) {
        return new VersionJson(version.text(), version.writtenAt(), version.replacedAt());
    }
}
