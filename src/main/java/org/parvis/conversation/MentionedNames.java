package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.Mentions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The people a text mentions and who were entitled to it when it was written, and the communities among those it mentions
 * that the viewer finds, by their names of today.
 */
record MentionedNames(Map<Long, String> people, Map<Long, String> communities) implements Mentions {

    /** The columns to read for a row of posts or comments, matched by {@code condition} on {@code m}. */
    static String columns(String condition) {
        return """
                array(select m.person_id || ' ' || who.name
                        from mention m
                        join person who on who.id = m.person_id
                       where %1$s) as mentioned,
                array(select c.id || ' ' || c.name
                        from community_mention m
                        join findable_communities(:viewer) c on c.id = m.community_id
                       where %1$s) as mentioned_communities
                """.formatted(condition);
    }

    static MentionedNames of(ResultSet row) throws SQLException {
        return of(texts(row, "mentioned"), texts(row, "mentioned_communities"));
    }

    /** Of what the two columns hold. */
    static MentionedNames of(List<String> people, List<String> communities) {
        return new MentionedNames(names(people), names(communities));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Map<Long, String> names(List<String> texts) {
        var names = new HashMap<Long, String>();
        for (var text : texts) {
            var parts = text.split(" ", 2);
            names.put(Long.parseLong(parts[0]), parts[1]);
        }
        return Map.copyOf(names);
    }

    @Override
    public @Nullable String nameOf(long person) {
        return people.get(person);
    }

    @Override
    public @Nullable String nameOfCommunity(long community) {
        return communities.get(community);
    }
}
