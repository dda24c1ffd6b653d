package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    // By an earlier name, those are led on who read what was said by that name.
    private static final String LEADS =
            """
            (said.merged_into is null
             or exists (select from readable_posts(:viewer) p where p.id in (%s)))
            """.formatted(NAMING.replace("post_topic", "post_former_topic").replace("t.id", "said.id"));

    private static final int LONGEST = 60;
    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Topics(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** By this name or an earlier one. @throws NotFound for what nobody names so where the viewer may read */
    @Transactional(readOnly = true)
    public TopicEntry find(Viewer viewer, String name) {
        return found(viewer, name).orElseThrow(() -> new NotFound("topic " + name));
    }

    /** As {@link #find}, or nothing. */
    @Transactional(readOnly = true)
    Optional<TopicEntry> found(Viewer viewer, String name) {
        return jdbc.sql("""
                select * from (
                    select %s, (select count(*) from readable_posts(:viewer) p where p.id in (%s)) as posts
                      from topic said
                      join topic t on t.id = coalesce(said.merged_into, said.id)
                     where said.folded = :key and %s) found
                 where posts > 0
                """.formatted(TopicEntry.COLUMNS, NAMING, LEADS))
                .param("viewer", viewer.id().value())
                .param("key", key(name))
                .query(TopicEntry::of)
                .optional();
    }

    /** What was named in posts of the last 30 days, the most named first; counted are those that the viewer may read. */
    @Transactional(readOnly = true)
    public Slice<TopicEntry> lately(Viewer viewer, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select * from (
                    select %s, used.posts
                      from (select named.topic_id, count(distinct named.post_id) as posts
                              from post_topic named
                              join readable_posts(:viewer) p on p.id = named.post_id
                              left join comment k on k.id = named.comment_id
                             where named.published_at > :since and (k.id is null or stands(k, :viewer))
                             group by named.topic_id) used
                      join topic t on t.id = used.topic_id) found
                 where posts < :posts or (posts = :posts and id > :id)
                 order by posts desc, id
                 limit :limit
                """.formatted(TopicEntry.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("since", utc(clock.instant().minus(LATELY)))
                .param("posts", after == null ? Long.MAX_VALUE : posts(after))
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(TopicEntry::of)
                .list();
        return Slice.of(rows, limit, last -> new Cursor(Long.toString(last.posts()), last.id()));
    }

    /** A few names that begin so, of topics that the viewer finds. */
    @Transactional(readOnly = true)
    List<String> beginning(Viewer viewer, String typed) {
        var topic = Topic.of(PlainText.sought(typed, LONGEST));
        return topic.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select t.name
                          from topic t
                         where t.merged_into is null and t.folded like :key || '%%'
                           and exists (select from readable_posts(:viewer) p where p.id in (%s))
                         order by t.folded
                         limit 8
                        """.formatted(NAMING))
                        .param("viewer", viewer.id().value())
                        .param("key", PlainText.literally(topic.get().key()))
                        .query((row, number) -> row.getString("name"))
                        .list();
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
                    select %s, (select count(*) from readable_posts(:viewer) p where p.id in (%s)) as posts
                      from topic t
                     where t.merged_into is null and strpos(t.folded, :key) > 0) found
                 where posts > 0
                   and (posts < :posts or (posts = :posts and id > :id))
                 order by posts desc, id
                 limit :limit
                """.formatted(TopicEntry.COLUMNS, NAMING))
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
        return kept(viewer, "topic_follow");
    }

    /** Topics the viewer has muted and may still read of, by their names. */
    @Transactional(readOnly = true)
    public List<String> muted(Viewer viewer) {
        return kept(viewer, "topic_mute");
    }

    private List<String> kept(Viewer viewer, String table) {
        return jdbc.sql("""
                select t.name
                  from %s f
                  join topic t on t.id = f.topic_id
                 where f.person_id = :viewer
                   and exists (select from readable_posts(:viewer) p where p.id in (%s))
                 order by t.folded
                """.formatted(table, NAMING))
                .param("viewer", viewer.id().value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Follows it; what was muted is not any more. */
    public void follow(Viewer viewer, String name) {
        var topic = find(viewer, name);
        remove(viewer, name, "topic_mute");
        if (insert(viewer, topic, "topic_follow") > 0) {
            journal.append(Activity.by(viewer.id().value()).follow(reference(topic)));
        }
    }

    /** Follows it no longer; also when it may not be read any more. */
    public void unfollow(Viewer viewer, String name) {
        remove(viewer, name, "topic_follow").forEach(topic -> undo(viewer, topic));
    }

    /** Posts that name it do not come to the viewer's feed, whatever else brings them, unless they mention the viewer. */
    public void mute(Viewer viewer, String name) {
        var topic = find(viewer, name);
        remove(viewer, name, "topic_follow");
        if (insert(viewer, topic, "topic_mute") > 0) {
            journal.append(Activity.by(viewer.id().value())
                    .did(Verb.IGNORE, reference(topic))
                    .quietly());
        }
    }

    /** Mutes it no longer; also when it may not be read any more. */
    public void unmute(Viewer viewer, String name) {
        remove(viewer, name, "topic_mute").forEach(topic -> undo(viewer, topic));
    }

    private void undo(Viewer viewer, long topic) {
        journal.append(Activity.by(viewer.id().value())
                .undo(new Reference(KIND, topic))
                .quietly());
    }

    private int insert(Viewer viewer, TopicEntry topic, String table) {
        return jdbc.sql("""
                insert into %s (person_id, topic_id, since) values (:viewer, :topic, :now)
                on conflict do nothing
                """.formatted(table))
                .param("viewer", viewer.id().value())
                .param("topic", topic.id())
                .param("now", utc(clock.instant()))
                .update();
    }

    private List<Long> remove(Viewer viewer, String name, String table) {
        return jdbc.sql("""
                delete from %s f using topic said
                 where said.folded = :key and f.topic_id = coalesce(said.merged_into, said.id) and f.person_id = :viewer
                returning f.topic_id
                """.formatted(table))
                .param("key", key(name))
                .param("viewer", viewer.id().value())
                .query((row, number) -> row.getLong("topic_id"))
                .list();
    }

    private static Reference reference(TopicEntry topic) {
        return new Reference(KIND, topic.id());
    }

    private static String key(String name) {
        return Topic.of(name).orElseThrow(() -> new NotFound("topic")).key();
    }
}
