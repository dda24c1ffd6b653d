package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Communities that texts mention. What is kept holds their numbers and no names, so that no exit of the text tells a name
 * to somebody who does not find the community.
 */
@Repository
class MentionedCommunities {

    private static final int SHOWN = 4;
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;

    MentionedCommunities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A few that the viewer finds, with a name in which a word begins as typed. */
    List<NamedPlace> named(Viewer viewer, String typed) {
        var sought = PlainText.sought(typed, LONGEST);
        if (sought.isEmpty()) return List.of();
        return jdbc.sql("""
                select c.id, c.name, c.tone, c.picture, c.access
                  from findable_communities(:viewer) c
                 where c.archived_at is null
                   and c.folded_name like (select '%' || fold(:typed) || '%')
                   and ' ' || translate(c.folded_name, '-''’', '   ') like (select '% ' || fold(:typed) || '%')
                 order by c.folded_name, c.id
                 limit :shown
                """)
                .param("viewer", viewer.id().value())
                .param("typed", PlainText.literally(sought))
                .param("shown", SHOWN)
                .query(NamedPlace::of)
                .list();
    }

    /** As the text is kept: what its writer finds is named no more. */
    String kept(Viewer writer, String text) {
        var mentioned = Mentions.communitiesIn(text);
        return mentioned.isEmpty()
                ? text
                : Mentions.withoutNames(text, names(writer, mentioned).keySet());
    }

    /** As the text stands in a form of the viewer's. */
    String written(Viewer viewer, String text) {
        var mentioned = Mentions.communitiesIn(text);
        return mentioned.isEmpty() ? text : Mentions.withNames(text, names(viewer, mentioned));
    }

    /** The names of those that the viewer finds. */
    Map<Long, String> names(Viewer viewer, Collection<Long> communities) {
        var names = new HashMap<Long, String>();
        if (!communities.isEmpty()) {
            jdbc.sql("select c.id, c.name from findable_communities(:viewer) c where c.id = any (:communities)")
                    .param("viewer", viewer.id().value())
                    .param("communities", communities.toArray(Long[]::new))
                    .query(row -> {
                        names.put(row.getLong("id"), row.getString("name"));
                    });
        }
        return Map.copyOf(names);
    }

    /** Writes down those of a text anew: what its author finds, and what was there before. */
    void note(Viewer author, PostId post, @Nullable CommentId comment, String text) {
        var mentioned =
                Mentions.communitiesIn(text).stream().limit(Wording.MENTIONS).toArray(Long[]::new);
        jdbc.sql("""
                delete from community_mention
                 where post_id = :post and comment_id is not distinct from :comment::bigint
                   and not community_id = any (:communities)
                """)
                .param("post", post.value())
                .param("comment", comment == null ? null : comment.value())
                .param("communities", mentioned)
                .update();
        if (mentioned.length > 0) {
            jdbc.sql("""
                    insert into community_mention (post_id, comment_id, community_id)
                    select :post, :comment::bigint, c.id
                      from findable_communities(:author) c
                     where c.id = any (:communities)
                    on conflict do nothing
                    """)
                    .param("author", author.id().value())
                    .param("post", post.value())
                    .param("comment", comment == null ? null : comment.value())
                    .param("communities", mentioned)
                    .update();
        }
    }
}
