package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.text.Topic;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/** What hashtags name. A topic is there for those who may read a post that names it, and for nobody else. */
@Service
@Transactional
public class Topics {

    /** How the journal names a topic. */
    public static final String KIND = "topic";

    /** Posts of a topic, by their ids, for the topic {@code t}; what was taken away names nothing any more. */
    static final String NAMING = """
            select named.post_id
              from post_topic named
              left join comment k on k.id = named.comment_id
             where named.topic_id = t.id and (k.id is null or stands(k, :viewer))
            """;

    private static final int LONGEST = 60;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Topics(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws NotFound for what nobody names where the viewer may read */
    @Transactional(readOnly = true)
    public TopicEntry find(Viewer viewer, String name) {
        return jdbc.sql("""
                select * from (
                    select t.id, t.name, exists (select from topic_follow f
                                                  where f.topic_id = t.id and f.person_id = :viewer) as followed,
                           (select count(*) from readable_posts(:viewer) p where p.id in (%s)) as posts
                      from topic t
                     where t.folded = :key) found
                 where posts > 0
                """.formatted(NAMING))
                .param("viewer", viewer.id().value())
                .param("key", key(name))
                .query(TopicEntry::of)
                .optional()
                .orElseThrow(() -> new NotFound("topic " + name));
    }

    /** Topics whose names contain {@code q}, the most named first. */
    @Transactional(readOnly = true)
    public Slice<TopicEntry> search(Viewer viewer, @Nullable String q, @Nullable Cursor after, int limit) {
        var sought = PlainText.sought(q, LONGEST);
        var topic = Topic.of(sought);
        if (topic.isEmpty() && !sought.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var rows = jdbc.sql("""
                select * from (
                    select t.id, t.name, exists (select from topic_follow f
                                                  where f.topic_id = t.id and f.person_id = :viewer) as followed,
                           (select count(*) from readable_posts(:viewer) p where p.id in (%s)) as posts
                      from topic t
                     where strpos(t.folded, :key) > 0) found
                 where posts > 0
                   and (posts < :posts or (posts = :posts and id > :id))
                 order by posts desc, id
                 limit :limit
                """.formatted(NAMING))
                .param("viewer", viewer.id().value())
                .param("key", topic.map(Topic::key).orElse(""))
                .param("posts", after == null ? Long.MAX_VALUE : posts(after))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(TopicEntry::of)
                .list();
        return Slice.of(rows, limit, last -> new Cursor(Long.toString(last.posts()), last.id()));
    }

    private static long posts(Cursor after) {
        try {
            return Long.parseLong(after.key());
        } catch (NumberFormatException ofAnotherList) {
            return Long.MAX_VALUE;
        }
    }

    /** Topics the viewer follows and may still read of, by their names. */
    @Transactional(readOnly = true)
    public List<String> followed(Viewer viewer) {
        return jdbc.sql("""
                select t.name
                  from topic_follow f
                  join topic t on t.id = f.topic_id
                 where f.person_id = :viewer
                   and exists (select from readable_posts(:viewer) p where p.id in (%s))
                 order by t.folded
                """.formatted(NAMING))
                .param("viewer", viewer.id().value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    public void follow(Viewer viewer, String name) {
        var topic = find(viewer, name);
        var rows = jdbc.sql("""
                insert into topic_follow (person_id, topic_id, since) values (:viewer, :topic, :now)
                on conflict do nothing
                """)
                .param("viewer", viewer.id().value())
                .param("topic", topic.id())
                .param("now", utc(clock.instant()))
                .update();
        if (rows > 0) {
            journal.append(Activity.by(viewer.id().value()).follow(reference(topic)));
        }
    }

    /** Follows it no longer; also when it may not be read any more. */
    public void unfollow(Viewer viewer, String name) {
        jdbc.sql("""
                delete from topic_follow f using topic t
                 where t.id = f.topic_id and t.folded = :key and f.person_id = :viewer
                """)
                .param("key", key(name))
                .param("viewer", viewer.id().value())
                .update();
    }

    private static Reference reference(TopicEntry topic) {
        return new Reference(KIND, topic.id());
    }

    private static String key(String name) {
        return Topic.of(name).orElseThrow(() -> new NotFound("topic")).key();
    }
}
