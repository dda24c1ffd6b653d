package org.parvis.moderation;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What somebody decided about a report, and why; who it was is null when the viewer may not know of them. */
public record Handling(@Nullable PersonCard person, Decision decision, String reason, Instant at) {

    static Handling of(ResultSet row) throws SQLException {
        return new Handling(
                row.getObject("handler_id") == null ? null : PersonCard.of(row, "handler"),
                Decision.of(row.getString("action")),
                row.getString("reason"),
                instant(row, "at"));
    }
}
