package org.parvis.conversation;

import org.parvis.platform.text.Topic;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A topic as one viewer finds it; {@code posts} counts what that viewer may read of it. */
public record TopicEntry(long id, String name, boolean followed, boolean muted, long posts) {

    /** Reads these columns for {@code t} from {@code topic t}. */
    static final String COLUMNS = """
            t.id, t.name,
            exists (select from topic_follow f where f.topic_id = t.id and f.person_id = :viewer) as followed,
            exists (select from topic_mute m where m.topic_id = t.id and m.person_id = :viewer) as muted
            """;

    public String href() {
        return Topic.of(name).map(Topic::path).orElse("/topics");
    }

    /** Whether it is called so, but for case and accents, and not by an earlier name. */
    boolean isCalled(String written) {
        return Topic.of(name).map(Topic::key).equals(Topic.of(written).map(Topic::key));
    }

    static TopicEntry of(ResultSet row, int number) throws SQLException {
        return new TopicEntry(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("followed"),
                row.getBoolean("muted"),
                row.getLong("posts"));
    }
}
