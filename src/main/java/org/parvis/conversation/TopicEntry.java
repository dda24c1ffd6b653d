package org.parvis.conversation;

import org.parvis.platform.text.Topic;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A topic as one viewer finds it; {@code posts} counts what that viewer may read of it. */
public record TopicEntry(long id, String name, boolean followed, long posts) {

    public String href() {
        return Topic.of(name).map(Topic::path).orElse("/topics");
    }

    static TopicEntry of(ResultSet row, int number) throws SQLException {
        return new TopicEntry(
                row.getLong("id"), row.getString("name"), row.getBoolean("followed"), row.getLong("posts"));
    }
}
