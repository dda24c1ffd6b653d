package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.CommunityId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Verb;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** What stands at the top of a community: its owners decide. Twice is once. */
@Service
@Transactional
public class Pins {

    /** As many as a community has slots. */
    static final int MOST = 3;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Journal journal;
    private final Clock clock;

    Pins(JdbcClient jdbc, Posts posts, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @throws NotFound for what the viewer may not read
     * @throws Forbidden unless they own its community
     * @throws Invalid for {@code pin} when three posts are pinned there already
     */
    public void pin(Viewer viewer, PostId id) {
        var community = looksAfter(viewer, posts.find(viewer, id));
        oneAtATime(community);
        var post = posts.find(viewer, id);
        if (!post.pinned()) {
            free(community);
            take(viewer, id, community);
            tell(viewer, Verb.ADD, post);
        }
    }

    // What is gone or hidden holds no place.
    private void free(CommunityId community) {
        var _ = jdbc.sql("""
                delete from pin using post p
                 where p.id = pin.post_id and pin.community_id = :community
                   and (p.deleted_at is not null or p.hidden_at is not null or p.community_id is distinct from :community)
                """).param("community", community.value()).update();
    }

    private void take(Viewer viewer, PostId id, CommunityId community) {
        var rows = jdbc.sql("""
                insert into pin (community_id, slot, post_id, pinned_by, pinned_at)
                select :community, slot, :post, :viewer, :now
                  from generate_series(1, :most) slot
                 where slot not in (select slot from pin where community_id = :community)
                 order by slot
                 limit 1
                """)
                .param("community", community.value())
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .param("most", MOST)
                .update();
        if (rows == 0) throw new Invalid("pin", "conversation.pin.many", MOST);
    }

    /**
     * @throws NotFound for what the viewer may not read
     * @throws Forbidden unless they own its community
     */
    public void unpin(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        var _ = looksAfter(viewer, post);
        var rows = jdbc.sql("delete from pin where post_id = :post")
                .param("post", id.value())
                .update();
        if (rows > 0) tell(viewer, Verb.REMOVE, post);
    }

    private static CommunityId looksAfter(Viewer viewer, Post post) {
        var place = post.place();
        if (place == null || !post.mayPin()) {
            throw new Forbidden(viewer.id() + " does not own the community");
        }
        return place.id();
    }

    // The fourth is told so in a sentence, and not by the key of the table.
    private void oneAtATime(CommunityId community) {
        var _ = jdbc.sql("select 1 from community where id = :community for no key update")
                .param("community", community.value())
                .query(Integer.class)
                .optional();
    }

    private void tell(Viewer viewer, Verb verb, Post post) {
        journal.append(Activity.by(viewer.id().value())
                .did(verb, Posts.reference(post.id()))
                .to(Posts.audience(post))
                .in(Posts.audience(post)));
    }
}
