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

    Set<Long> authorOf(long post) {
        return people("""
                select p.author_id from post p
                 where p.id = :post and exists (select from readable_posts(p.author_id) mine where mine.id = p.id)
                """, Map.of("post", post));
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
