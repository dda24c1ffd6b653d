package org.parvis.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What waits for somebody's answer: the first few, and how many; and how many accepted answers somebody gave. */
public record Waiting(List<ToAnswer> first, int count, long given) {

    static final int SHOWN = 3;

    static Waiting of(ResultSet rows) throws SQLException {
        var first = new ArrayList<ToAnswer>();
        var count = 0;
        var given = 0L;
        while (rows.next()) {
            given = rows.getLong("given");
            if (rows.getObject("post_id") != null) {
                count++;
                if (count <= SHOWN) first.add(ToAnswer.of(rows));
            }
        }
        return new Waiting(List.copyOf(first), count, given);
    }
}
