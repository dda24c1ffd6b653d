package org.parvis.moderation;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** One who reported something, why, and the words as they stood then; who it was is null when the viewer may not know of them. */
public record Voice(@Nullable PersonCard person, ReportReason reason, String text, String words, Instant at) {

    static Voice of(ResultSet row) throws SQLException {
        return new Voice(
                row.getObject("reporter_id") == null ? null : PersonCard.of(row, "reporter"),
                ReportReason.of(row.getString("reason")),
                row.getString("text"),
                row.getString("words"),
                instant(row, "at"));
    }
}
