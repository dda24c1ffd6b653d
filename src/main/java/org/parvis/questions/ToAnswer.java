package org.parvis.questions;

import static org.parvis.platform.time.Times.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** A question in a line: what is asked and by when. */
public record ToAnswer(long post, String title, Instant dueAt) {

    static ToAnswer of(ResultSet row) throws SQLException {
        return new ToAnswer(row.getLong("post_id"), row.getString("title"), instant(row, "due_at"));
    }

    public String href() {
        return "/posts/" + post;
    }
}
