package org.parvis.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Map;
import java.util.Set;

/** Whom a change concerns, of those who may read it at this moment. */
@Repository
class Recipients {

    private static final String MENTIONED = """
            select m.person_id
              from mention m
             where m.post_id = :post and m.comment_id is not distinct from :comment::bigint
               and exists (select from readable_posts(m.person_id) p where p.id = m.post_id)
               and not exists (select from comment k where k.id = m.comment_id and not stands(k, m.person_id))
            """;

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<Long> mentioned(long post, @Nullable Long comment) {
        return people(MENTIONED, post, comment);
    }

    /** Those whom nobody mentioned on this post before the text was reworded. */
    Set<Long> newlyMentioned(long post, @Nullable Long comment) {
        return people(MENTIONED + """
               and not exists (select from notification n
                                where n.person_id = m.person_id and n.kind = 'mention'
                                  and n.subject_kind = 'post' and n.subject_id = m.post_id)
            """, post, comment);
    }

    /** Those whom a post praises. */
    Set<Long> praised(long post) {
        return people("""
                select g.person_id
                  from praise_person g
                 where g.post_id = :post and exists (select from readable_posts(g.person_id) p where p.id = g.post_id)
                """, Map.of("post", post));
    }

    /** The owners of the community that a post praises. */
    Set<Long> ownersPraised(long post) {
        return people("""
                select m.person_id
                  from praise g
                  join membership m on m.community_id = g.community_id and m.role = 'owner'
                 where g.post_id = :post and exists (select from readable_posts(m.person_id) p where p.id = g.post_id)
                """, Map.of("post", post));
    }

    Set<Long> authorOf(long post) {
        return people("""
                select p.author_id from post p
                 where p.id = :post and exists (select from readable_posts(p.author_id) mine where mine.id = p.id)
                """, Map.of("post", post));
    }

    /** Those who follow the thread by their own choice. */
    Set<Long> following(long post) {
        return people("""
                select w.person_id
                  from thread_watch w
                 where w.post_id = :post and not w.muted
                   and exists (select from readable_posts(w.person_id) p where p.id = w.post_id)
                """, Map.of("post", post));
    }

    /** The person, as long as they bookmark the post. */
    Set<Long> bookmarking(long post, long person) {
        return people("""
                select b.person_id
                  from bookmark b
                 where b.post_id = :post and b.person_id = :person
                   and exists (select from readable_posts(:person) p where p.id = b.post_id)
                """, Map.of("post", post, "person", person));
    }

    /** The author of the comment that a reply stands under. */
    Set<Long> authorAnswered(long reply) {
        return people("""
                select parent.author_id
                  from comment reply
                  join comment parent on parent.id = reply.reply_to and parent.deleted_at is null
                 where reply.id = :reply
                   and exists (select from readable_posts(parent.author_id) p where p.id = reply.post_id)
                """, Map.of("reply", reply));
    }

    /** Those who ask, or ask the same, when this comment answers their question. */
    Set<Long> asking(long comment) {
        return people("""
                select asking.person_id
                  from comment k
                  join question q on q.post_id = k.post_id
                  join post p on p.id = q.post_id
                 cross join lateral (select p.author_id as person_id
                                     union
                                     select f.person_id from question_follow f where f.post_id = q.post_id) asking
                 where k.id = :comment and k.reply_to is null and k.deleted_at is null
                   and exists (select from readable_posts(asking.person_id) mine where mine.id = p.id)
                """, Map.of("comment", comment));
    }

    /** Whoever gave this answer, if it is still accepted. */
    Set<Long> authorAccepted(long comment) {
        return people("""
                select k.author_id
                  from acceptance a
                  join comment k on k.id = a.comment_id and k.deleted_at is null
                 where a.comment_id = :comment
                   and exists (select from readable_posts(k.author_id) p where p.id = k.post_id)
                """, Map.of("comment", comment));
    }

    /** The person, as long as they are called to answer the question and nobody has. */
    Set<Long> called(long post, long person) {
        return people("""
                select c.person_id
                  from question_call c
                  join question q on q.post_id = c.post_id and q.answered_at is null
                 where c.post_id = :post and c.person_id = :person and c.declined_at is null
                   and exists (select from readable_posts(:person) p where p.id = c.post_id)
                """, Map.of("post", post, "person", person));
    }

    /** Those who look after the place of a question that nobody has answered: its owners, for walls community managers. */
    Set<Long> lookingAfter(long post) {
        return people("""
                select after.person_id
                  from question q
                  join post p on p.id = q.post_id
                 cross join lateral (select m.person_id from membership m
                                      where m.community_id = p.community_id and m.role = 'owner'
                                     union all
                                     select r.person_id from network_role r
                                      where p.community_id is null and r.role = 'community_manager') after
                 where q.post_id = :post and q.answered_at is null
                   and exists (select from readable_posts(after.person_id) mine where mine.id = p.id)
                """, Map.of("post", post));
    }

    /** Those of a thousand people who are asked to confirm that they have read an announcement, and have not. */
    Set<Long> toAcknowledge(long post, long thousand) {
        return people("""
                select t.id
                  from announcement a
                  join post p on p.id = a.post_id
                 cross join lateral targeted_people(a.departments, a.sites, a.countries, a.job_titles, a.communities,
                                                    p.community_id) t
                 where a.post_id = :post and a.acknowledge and a.settled_at is null
                   and t.id > :thousand * 1000 and t.id <= (:thousand + 1) * 1000
                   and not exists (select from announcement_reading r
                                    where r.post_id = a.post_id and r.person_id = t.id and r.acknowledged_at is not null)
                   and exists (select from readable_posts(t.id) mine where mine.id = p.id)
                """, Map.of("post", post, "thousand", thousand));
    }

    Set<Long> authorOfRemovedPost(long post) {
        return people("select author_id from post where id = :post and deleted_by <> author_id", Map.of("post", post));
    }

    Set<Long> authorOfRemovedComment(long comment) {
        return people(
                "select author_id from comment where id = :comment and deleted_by <> author_id",
                Map.of("comment", comment));
    }

    Set<Long> owners(long community) {
        return people(
                "select person_id from membership where community_id = :community and role = 'owner'",
                Map.of("community", community));
    }

    /** The person, if they may find the community. */
    Set<Long> finding(long community, long person) {
        return people(
                "select :person::bigint from findable_communities(:person) c where c.id = :community",
                Map.of("community", community, "person", person));
    }

    /** Nobody asks any more: one owner's answer counts for all. */
    void requestsAreAnswered(long community) {
        jdbc.sql("""
                update notification set read_at = at
                 where kind = 'request' and subject_kind = 'community' and subject_id = :community and read_at is null
                   and person_id in (select person_id from membership where community_id = :community and role = 'owner')
                   and not exists (select from membership_request r where r.community_id = :community)
                """).param("community", community).update();
    }

    private Set<Long> people(String sql, long post, @Nullable Long comment) {
        return jdbc.sql(sql)
                .param("post", post)
                .param("comment", comment)
                .query((row, number) -> row.getLong(1))
                .set();
    }

    private Set<Long> people(String sql, Map<String, Long> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) -> row.getLong(1))
                .set();
    }
}
