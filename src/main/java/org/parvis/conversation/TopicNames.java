package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Topic;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Renaming topics, for moderators of the network: a new name takes over what the old one named, who follows and who mutes
 * it, and the old one leads there. A name that is there already is the other topic, and the two are one.
 */
@Service
@Transactional
public class TopicNames {

    private static final String LOCK = "hashtext('parvis topics')";

    private record Named(long id, @Nullable Long into) {}

    private final JdbcClient jdbc;
    private final Topics topics;
    private final Audit audit;
    private final Journal journal;
    private final Clock clock;

    TopicNames(JdbcClient jdbc, Topics topics, Audit audit, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.audit = audit;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whoever names topics in a text waits until none is being renamed, so that nothing is left under an old name. */
    static void share(JdbcClient jdbc) {
        lock(jdbc, "pg_advisory_xact_lock_shared");
    }

    private static void lock(JdbcClient jdbc, String function) {
        var _ = jdbc.sql("select true from %s(%s)".formatted(function, LOCK))
                .query(Boolean.class)
                .list();
    }

    /**
     * Gives a topic this name.
     *
     * @param merge whether it may be the name of another topic that the moderator finds, into which this one goes
     * @return the name, as the topic is called from now on
     * @throws Forbidden for others than moderators
     * @throws NotFound when they find no such topic
     * @throws Invalid when it is no name, or another topic's that they did not want to merge it into
     */
    public String rename(Viewer moderator, String name, @Nullable String typed, boolean merge) {
        check(moderator);
        lock(jdbc, "pg_advisory_xact_lock");
        var topic = topics.find(moderator, name);
        var wanted = wanted(typed);
        if (topic.isCalled(wanted.name())) {
            call(topic.id(), wanted.name());
        } else {
            take(moderator, topic, wanted, merge);
        }
        var called = called(wanted.key());
        journal.append(Activity.by(moderator.id().value())
                .update(new Reference(Topics.KIND, topic.id()))
                .quietly());
        audit.record(Agent.onPage(moderator.id()), "topic renamed", null, Map.of("from", topic.name(), "to", called));
        return called;
    }

    private void check(Viewer moderator) {
        var may = jdbc.sql("""
                select exists (select from network_role where person_id = :viewer and role = 'moderator')
                """)
                .param("viewer", moderator.id().value())
                .query(Boolean.class)
                .single();
        if (!may) {
            throw new Forbidden("moderators rename topics");
        }
    }

    private static Topic wanted(@Nullable String typed) {
        var name = typed == null ? "" : typed.strip();
        return Topic.of(name.startsWith("#") ? name.substring(1) : name)
                .orElseThrow(() -> new Invalid("to", "conversation.topic-no-name"));
    }

    // What the moderator does not find is there for them as if it were not: the two become one without a question,
    // called
    // as was typed, and a name that leads to what they do not find leads here from now on.
    private void take(Viewer moderator, TopicEntry topic, Topic wanted, boolean merge) {
        var there = named(wanted.key());
        var known = topics.found(moderator, wanted.name());
        if (there.isEmpty()) {
            move(topic.id(), create(wanted));
        } else if (known.isPresent() && known.get().id() != topic.id()) {
            if (!merge) {
                throw new Invalid("to", "conversation.topic-exists", known.get().name());
            }
            move(topic.id(), known.get().id());
        } else {
            var id = there.get().id();
            free(id);
            call(id, wanted.name());
            move(topic.id(), id);
        }
    }

    private Optional<Named> named(String key) {
        return jdbc.sql("select id, merged_into from topic where folded = :key")
                .param("key", key)
                .query((row, number) -> new Named(row.getLong("id"), row.getObject("merged_into", Long.class)))
                .optional();
    }

    private long create(Topic topic) {
        return jdbc.sql("insert into topic (name, folded, created_at) values (:name, :key, :now) returning id")
                .param("name", topic.name())
                .param("key", topic.key())
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    private void free(long id) {
        jdbc.sql("update topic set merged_into = null where id = :id")
                .param("id", id)
                .update();
    }

    private void call(long id, String name) {
        jdbc.sql("update topic set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    private String called(String key) {
        return jdbc.sql("""
                select t.name from topic said join topic t on t.id = coalesce(said.merged_into, said.id) where said.folded = :key
                """).param("key", key).query(String.class).single();
    }

    // Both are merged into no other, and none is into the first afterwards: there is no circle, and one step leads
    // home.
    private void move(long from, long to) {
        for (var sql : new String[] {
            """
                insert into post_former_topic (post_id, comment_id, topic_id)
                select post_id, comment_id, topic_id from post_topic where topic_id = :from
                on conflict do nothing
                """,
            """
                update post_topic old set topic_id = :to
                 where old.topic_id = :from
                   and not exists (select from post_topic named
                                    where named.topic_id = :to and named.post_id = old.post_id
                                      and named.comment_id is not distinct from old.comment_id)
                """,
            "delete from post_topic where topic_id = :from",
            """
                insert into topic_mute (person_id, topic_id, since)
                select person_id, :to, since from topic_mute where topic_id = :from
                on conflict do nothing
                """,
            """
                insert into topic_follow (person_id, topic_id, since)
                select f.person_id, :to, f.since
                  from topic_follow f
                 where f.topic_id = :from
                   and not exists (select from topic_mute m where m.person_id = f.person_id and m.topic_id = :to)
                on conflict do nothing
                """,
            """
                delete from topic_follow f using topic_mute m
                 where f.topic_id = :to and m.topic_id = :to and m.person_id = f.person_id
                """,
            "delete from topic_follow where topic_id = :from",
            "delete from topic_mute where topic_id = :from",
            "update topic set merged_into = :to where (id = :from or merged_into = :from) and id <> :to"
        }) {
            jdbc.sql(sql).param("from", from).param("to", to).update();
        }
    }
}
