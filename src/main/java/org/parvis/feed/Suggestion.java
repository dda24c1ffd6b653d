package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Monogram;

import java.sql.ResultSet;
import java.sql.SQLException;

/** An open community that colleagues of the viewer's site are in and the viewer is not. */
public record Suggestion(
        long community, String name, int tone, @Nullable String picture) {

    public String href() {
        return "/communities/" + community;
    }

    public String initials() {
        return Monogram.ofPlace(name);
    }

    static Suggestion of(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var tone = row.getObject("tone", Integer.class);
        var picture = row.getObject("picture", Long.class);
        return new Suggestion(
                id,
                row.getString("name"),
                tone == null ? Monogram.tone(id) : tone,
                picture == null ? null : "/files/" + picture + "/96");
    }
}
