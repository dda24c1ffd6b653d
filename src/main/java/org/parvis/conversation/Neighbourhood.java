package org.parvis.conversation;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks around a post. */
@Repository
@Transactional(readOnly = true)
class Neighbourhood {

    private static final int NEIGHBOURS = 3;

    private final JdbcClient jdbc;

    Neighbourhood(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, for a post that the viewer has been given already. */
    Surroundings of(Viewer viewer, Post post) {
        var community = Posts.communityOf(post);
        return jdbc.sql("""
                select (select count(*) from membership where community_id = :community::bigint) as members,
                       coalesce((select access = 'open' from community where id = :community::bigint), true) as open,
                       array(select p.id || ' ' || left(coalesce(p.title, p.text), 500)
                               from readable_posts(:viewer) p
                              where p.community_id is not distinct from :community::bigint
                                and (p.community_id is not null or p.author_id = :author)
                                and p.id <> :post
                              order by p.published_at desc, p.id desc
                              limit :neighbours) as neighbours
                """)
                .param("viewer", viewer.id().value())
                .param("community", community == null ? null : community.value())
                .param("author", post.author().id().value())
                .param("post", post.id().value())
                .param("neighbours", NEIGHBOURS)
                .query((row, number) -> Surroundings.of(row.getLong("members"), row.getBoolean("open"), (String[])
                        row.getArray("neighbours").getArray()))
                .single();
    }
}
