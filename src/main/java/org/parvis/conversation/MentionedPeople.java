package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.Mentions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The people a text mentions and who were entitled to it when it was written, by their names of today. */
record MentionedPeople(Map<Long, String> names) implements Mentions {

    /** The column to read for a row {@code alias} of posts or comments, matched by {@code condition} on {@code m}. */
    static String column(String condition) {
        return """
                array(select m.person_id || ' ' || who.name
                        from mention m
                        join person who on who.id = m.person_id
                       where %s) as mentioned
                """.formatted(condition);
    }

    static MentionedPeople of(ResultSet row) throws SQLException {
        var names = new HashMap<Long, String>();
        for (var text : (String[]) row.getArray("mentioned").getArray()) {
            var parts = text.split(" ", 2);
            names.put(Long.parseLong(parts[0]), parts[1]);
        }
        return new MentionedPeople(Map.copyOf(names));
    }

    @Override
    public @Nullable String nameOf(long person) {
        return names.get(person);
    }
}
