package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.database.Columns;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.text.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/** Whom texts of the past mention and which topics they name, as {@link Wording} has it for those of today, in bulk. */
@Repository
class PastWording {

    private record Mentioned(
            long post, @Nullable Long comment, @Nullable Long community, long person) {}

    private record Named(long post, @Nullable Long comment, Topic topic) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PastWording(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(List<Written> written) {
        forget(written.stream().filter(one -> !one.isNew()).toList());
        mention(written.stream()
                .filter(one -> one.said().text().contains("](person:"))
                .flatMap(one -> Mentions.in(one.said().text()).stream()
                        .limit(Wording.MENTIONS)
                        .map(person -> new Mentioned(one.post(), one.comment(), one.community(), person)))
                .toList());
        name(written.stream()
                .filter(one -> one.said().text().indexOf('#') >= 0)
                .flatMap(one -> Topic.in(one.said().text()).stream()
                        .limit(Wording.TOPICS)
                        .map(topic -> new Named(one.post(), one.comment(), topic)))
                .toList());
    }

    private void forget(List<Written> reworded) {
        for (var table :
                reworded.isEmpty() ? List.<String>of() : List.of("mention", "post_topic", "post_former_topic")) {
            jdbc.sql("""
                    delete from %s old
                     using unnest(:posts::bigint[], :comments::bigint[]) as said (post, comment)
                     where old.post_id = said.post and old.comment_id is not distinct from said.comment
                    """.formatted(table))
                    .param("posts", Columns.numbers(reworded, Written::post))
                    .param("comments", Columns.numbers(reworded, Written::comment))
                    .update();
        }
    }

    private void mention(List<Mentioned> mentioned) {
        if (!mentioned.isEmpty()) {
            jdbc.sql("""
                    insert into mention (post_id, comment_id, person_id)
                    select said.post, said.comment, p.id
                      from unnest(:posts::bigint[], :comments::bigint[], :communities::bigint[], :people::bigint[])
                        as said (post, comment, community, person)
                      join person p on p.id = said.person and p.deleted_at is null and p.state <> 'deactivated'
                     where case when said.community is null then p.kind = 'employee'
                                else exists (select from readable_communities(p.id) c where c.id = said.community) end
                    on conflict do nothing
                    """)
                    .param("posts", Columns.numbers(mentioned, Mentioned::post))
                    .param("comments", Columns.numbers(mentioned, Mentioned::comment))
                    .param("communities", Columns.numbers(mentioned, Mentioned::community))
                    .param("people", Columns.numbers(mentioned, Mentioned::person))
                    .update();
        }
    }

    private void name(List<Named> named) {
        if (!named.isEmpty()) {
            TopicNames.share(jdbc);
            insertTopics(named);
            jdbc.sql("""
                    with said as (
                        select t.id, t.merged_into, named.post, named.comment
                          from unnest(:posts::bigint[], :comments::bigint[], :keys::text[]) as named (post, comment, key)
                          join topic t on t.folded = named.key),
                    former as (
                        insert into post_former_topic (post_id, comment_id, topic_id)
                        select distinct post, comment, id from said where merged_into is not null
                        on conflict do nothing)
                    insert into post_topic (post_id, comment_id, topic_id)
                    select distinct post, comment, coalesce(merged_into, id) from said
                    on conflict do nothing
                    """)
                    .param("posts", Columns.numbers(named, Named::post))
                    .param("comments", Columns.numbers(named, Named::comment))
                    .param("keys", Columns.texts(named, one -> one.topic.key()))
                    .update();
        }
    }

    // In one order for everybody, so that two who name the same topics wait for each other rather than both for ever.
    private void insertTopics(List<Named> named) {
        var topics = new TreeMap<String, String>();
        named.forEach(one -> topics.putIfAbsent(one.topic.key(), one.topic.name()));
        jdbc.sql("""
                insert into topic (name, folded, created_at)
                select name, key, :now from unnest(:names::text[], :keys::text[]) as named (name, key)
                on conflict (folded) do nothing
                """)
                .param("names", topics.values().toArray(String[]::new))
                .param("keys", topics.keySet().toArray(String[]::new))
                .param("now", utc(clock.instant()))
                .update();
    }
}
