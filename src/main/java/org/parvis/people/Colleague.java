package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A person in the directory: the card, what one can ask them, and whether the viewer follows them. */
public record Colleague(
        PersonCard card,
        @Nullable String department,
        List<String> expertise,
        @Nullable String timeZone,
        boolean followed) {

    static final int EXPERTISE_SHOWN = 4;

    /** A colleague with its place in the list. */
    record Row(Colleague colleague, String sortName) {

        static Row of(ResultSet row, int number) throws SQLException {
            var expertise = (String[]) row.getArray("expertise").getArray();
            return new Row(
                    new Colleague(
                            PersonCard.of(row, "p"),
                            row.getString("department"),
                            List.of(expertise).stream().limit(EXPERTISE_SHOWN).toList(),
                            row.getString("time_zone"),
                            row.getBoolean("followed")),
                    row.getString("sort_name"));
        }

        Cursor cursor() {
            return new Cursor(sortName, colleague.card().id().value());
        }
    }
}
