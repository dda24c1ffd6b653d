package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.text.Topic;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What follows from a text: whom it mentions, which topics it names, how it read before. */
@Repository
class Wording {

    static final int MENTIONS = 50;
    static final int TOPICS = 20;

    private final JdbcClient jdbc;
    private final MentionedCommunities communities;
    private final Clock clock;

    Wording(JdbcClient jdbc, MentionedCommunities communities, Clock clock) {
        this.jdbc = jdbc;
        this.communities = communities;
        this.clock = clock;
    }

    /** As a text of this author is kept. */
    String kept(Viewer author, String text) {
        return communities.kept(author, text);
    }

    /** Writes down mentions and topics of a text anew. Its author mentions whom they may see and who may read there. */
    void note(Viewer author, PostId post, @Nullable CommentId comment, @Nullable CommunityId community, String text) {
        mention(author, post, comment, community, Mentions.in(text));
        communities.note(author, post, comment, text);
        name(post, comment, Topic.in(text));
    }

    private void mention(
            Viewer author,
            PostId post,
            @Nullable CommentId comment,
            @Nullable CommunityId community,
            Set<Long> people) {
        var mentioned = people.stream().limit(MENTIONS).toList();
        jdbc.sql("""
                delete from mention
                 where post_id = :post and comment_id is not distinct from :comment::bigint
                   and not person_id = any (:people)
                """)
                .param("post", post.value())
                .param("comment", value(comment))
                .param("people", mentioned.toArray(Long[]::new))
                .update();
        if (!mentioned.isEmpty()) {
            jdbc.sql("""
                    insert into mention (post_id, comment_id, person_id)
                    select :post, :comment::bigint, p.id
                      from visible_people(:author) p
                     where p.id = any (:people) and %s
                    on conflict do nothing
                    """.formatted(Readership.READS))
                    .param("author", author.id().value())
                    .param("post", post.value())
                    .param("comment", value(comment))
                    .param("people", mentioned.toArray(Long[]::new))
                    .param("community", community == null ? null : community.value())
                    .update();
        }
    }

    private void name(PostId post, @Nullable CommentId comment, List<Topic> named) {
        var topics = named.stream().limit(TOPICS).toList();
        var keys = topics.stream().map(Topic::key).toArray(String[]::new);
        if (!topics.isEmpty()) {
            TopicNames.share(jdbc);
        }
        jdbc.sql("""
                with former as (
                    delete from post_former_topic pt
                     where pt.post_id = :post and pt.comment_id is not distinct from :comment::bigint
                       and pt.topic_id not in (select t.id from topic t where t.folded = any (:keys)))
                delete from post_topic pt
                 where pt.post_id = :post and pt.comment_id is not distinct from :comment::bigint
                   and pt.topic_id not in (select coalesce(t.merged_into, t.id) from topic t where t.folded = any (:keys))
                """)
                .param("post", post.value())
                .param("comment", value(comment))
                .param("keys", keys)
                .update();
        if (!topics.isEmpty()) {
            jdbc.sql("""
                    insert into topic (name, folded, created_at)
                    select name, folded, :now from unnest(:names, :keys) as named (name, folded)
                     order by folded
                    on conflict (folded) do nothing
                    """)
                    .param("names", topics.stream().map(Topic::name).toArray(String[]::new))
                    .param("keys", keys)
                    .param("now", utc(clock.instant()))
                    .update();
            jdbc.sql("""
                    with former as (
                        insert into post_former_topic (post_id, comment_id, topic_id)
                        select :post, :comment::bigint, id from topic
                         where folded = any (:keys) and merged_into is not null
                        on conflict do nothing)
                    insert into post_topic (post_id, comment_id, topic_id)
                    select distinct :post, :comment::bigint, coalesce(merged_into, id) from topic where folded = any (:keys)
                    on conflict do nothing
                    """)
                    .param("post", post.value())
                    .param("comment", value(comment))
                    .param("keys", keys)
                    .update();
        }
    }

    /** Keeps the wording that is about to be replaced, and whether the files change with it. */
    void keep(
            @Nullable PostId post,
            @Nullable CommentId comment,
            @Nullable String title,
            String text,
            boolean refiled,
            Instant writtenAt) {
        jdbc.sql("""
                insert into text_version (post_id, comment_id, title, text, refiled, written_at, replaced_at)
                values (:post::bigint, :comment::bigint, :title, :text, :refiled, :writtenAt, :now)
                """)
                .param("post", post == null ? null : post.value())
                .param("comment", value(comment))
                .param("title", title)
                .param("text", text)
                .param("refiled", refiled)
                .param("writtenAt", utc(writtenAt))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Earlier wordings, the latest first. */
    Slice<Version> versions(@Nullable PostId post, @Nullable CommentId comment, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select v.id, v.title, v.text, v.refiled, v.written_at, v.replaced_at,
                       next.title as next_title, next.text as successor
                  from text_version v
                  left join lateral (select n.title, n.text
                                       from text_version n
                                      where (n.post_id = v.post_id or n.comment_id = v.comment_id)
                                        and (n.replaced_at, n.id) > (v.replaced_at, v.id)
                                      order by n.replaced_at, n.id
                                      limit 1) next on true
                 where (v.post_id = :post::bigint or v.comment_id = :comment::bigint)
                   and (v.replaced_at, v.id) < (:at, :id)
                 order by v.replaced_at desc, v.id desc
                 limit :limit
                """)
                .param("post", post == null ? null : post.value())
                .param("comment", value(comment))
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Version(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("next_title"),
                        row.getString("successor"),
                        row.getBoolean("refiled"),
                        instant(row, "written_at"),
                        instant(row, "replaced_at")))
                .list();
        return Slice.of(rows, limit, version -> Cursor.at(version.replacedAt(), version.id()));
    }

    private static @Nullable Long value(@Nullable CommentId comment) {
        return comment == null ? null : comment.value();
    }
}
