package org.parvis.conversation;

import org.parvis.communities.CommunityId;
import org.parvis.communities.PostCounts;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

@Component
class ReadablePosts implements PostCounts {

    private final JdbcClient jdbc;

    ReadablePosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<CommunityId, Long> of(Viewer viewer, Collection<CommunityId> communities) {
        var counts = new HashMap<CommunityId, Long>();
        jdbc.sql("""
                select community_id, count(*) as posts
                  from readable_posts(:viewer)
                 where community_id = any (:communities)
                 group by community_id
                """)
                .param("viewer", viewer.id().value())
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Long[]::new))
                .query((row, number) -> counts.put(new CommunityId(row.getLong("community_id")), row.getLong("posts")))
                .list();
        return counts;
    }
}
