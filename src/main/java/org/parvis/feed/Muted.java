package org.parvis.feed;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Topics;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Following;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/**
 * Following less. People and topics are not followed any more; one's communities, department and site stay what they are
 * and do not come to the feed.
 */
@Service
@Transactional
public class Muted {

    /** Something muted; {@code id} and {@code name} are a community's. */
    public record Source(Reason.Kind kind, String id, String name) {}

    /** As addresses name one's own department and site. */
    static final String MINE = "mine";

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Following following;
    private final Topics topics;
    private final Journal journal;
    private final Clock clock;

    Muted(JdbcClient jdbc, Communities communities, Following following, Topics topics, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.communities = communities;
        this.following = following;
        this.topics = topics;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws NotFound for what the viewer may not find, and for what cannot be followed less */
    void mute(Viewer viewer, Reason.Kind kind, String id) {
        switch (kind) {
            case PERSON -> following.unfollow(viewer, PersonId.of(id));
            case TOPIC -> topics.unfollow(viewer, id);
            case COMMUNITY -> insert(viewer, kind, found(viewer, id));
            case DEPARTMENT, SITE -> insert(viewer, kind, null);
            case OWN, COMPANY -> throw new NotFound(kind.code());
        }
    }

    /** @throws NotFound for what the viewer may not find, and for what cannot be followed less */
    void restore(Viewer viewer, Reason.Kind kind, String id) {
        switch (kind) {
            case PERSON -> following.follow(viewer, PersonId.of(id));
            case TOPIC -> topics.follow(viewer, id);
            case COMMUNITY -> delete(viewer, kind, found(viewer, id));
            case DEPARTMENT, SITE -> delete(viewer, kind, null);
            case OWN, COMPANY -> throw new NotFound(kind.code());
        }
    }

    /** What the viewer has muted and may still find. */
    @Transactional(readOnly = true)
    public List<Source> of(Viewer viewer) {
        return jdbc.sql("""
                select muted.kind, place.id, place.name
                  from feed_muted muted
                  left join findable_communities(:viewer) place on place.id = muted.community_id
                 where muted.person_id = :viewer and (muted.community_id is null or place.id is not null)
                 order by muted.kind, place.name, place.id
                """)
                .param("viewer", viewer.id().value())
                .query((row, number) -> {
                    var name = row.getString("name");
                    return new Source(
                            Reason.Kind.of(row.getString("kind")),
                            name == null ? MINE : row.getString("id"),
                            name == null ? "" : name);
                })
                .list();
    }

    private Long found(Viewer viewer, String id) {
        return communities.find(viewer, CommunityId.of(id)).id().value();
    }

    private void insert(Viewer viewer, Reason.Kind kind, @Nullable Long community) {
        jdbc.sql("""
                insert into feed_muted (person_id, kind, community_id, since)
                values (:viewer, :kind, :community::bigint, :now)
                on conflict do nothing
                """)
                .param("viewer", viewer.id().value())
                .param("kind", kind.code())
                .param("community", community)
                .param("now", utc(clock.instant()))
                .update();
        told(viewer);
    }

    private void delete(Viewer viewer, Reason.Kind kind, @Nullable Long community) {
        jdbc.sql("""
                delete from feed_muted
                 where person_id = :viewer and kind = :kind and community_id is not distinct from :community::bigint
                """)
                .param("viewer", viewer.id().value())
                .param("kind", kind.code())
                .param("community", community)
                .update();
        told(viewer);
    }

    // The feed is in the memory of every node.
    private void told(Viewer viewer) {
        journal.append(Activity.by(viewer.id().value())
                .update(Reference.to(People.KIND, viewer.id().value()))
                .quietly());
    }
}
