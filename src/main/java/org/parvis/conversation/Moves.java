package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.parvis.communities.Communities;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/**
 * Moves a post with all that is said about it to another community. Its address stays; who may read it, its files and what
 * people were told of it follows at once, since its place alone decides.
 */
@Service
@Transactional
public class Moves {

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Communities communities;
    private final Journal journal;
    private final Clock clock;

    Moves(JdbcClient jdbc, Posts posts, Communities communities, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.communities = communities;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A post that the viewer may move.
     *
     * @throws NotFound for what they may not read
     * @throws Forbidden unless they own its community
     */
    @Transactional(readOnly = true)
    public Post movable(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        if (!post.mayMove()) {
            throw new Forbidden("only owners move a post");
        }
        return post;
    }

    /** Where the viewer may move it to. */
    @Transactional(readOnly = true)
    public List<Community> places(Viewer viewer, Post post) {
        return communities
                .list(viewer, CommunityFilter.of(null, null, "joined"), Cursor.NEWEST, Slice.MOST)
                .items()
                .stream()
                .filter(place -> place.owned() && !place.archived())
                .filter(place -> !place.id().equals(Posts.communityOf(post)))
                .toList();
    }

    /**
     * Twice is once.
     *
     * @throws NotFound for a post or community that the viewer may not find
     * @throws Forbidden unless they own both communities, and neither is archived
     */
    public void move(Viewer viewer, PostId id, CommunityId to) {
        var target = communities.find(viewer, to);
        var post = movable(viewer, id);
        if (!target.owned() || target.archived()) {
            throw new Forbidden("only owners of both move a post");
        }
        var from = Posts.communityOf(post);
        if (from != null && !from.equals(to)) move(viewer, id, from, to);
    }

    private void move(Viewer viewer, PostId id, CommunityId from, CommunityId to) {
        var rows = jdbc.sql("update post set community_id = :to where id = :post and community_id = :from")
                .param("to", to.value())
                .param("from", from.value())
                .param("post", id.value())
                .update();
        if (rows == 0) return;
        var _ = jdbc.sql("delete from pin where post_id = :post")
                .param("post", id.value())
                .update();
        var _ = jdbc.sql("update community set active_at = greatest(active_at, :now) where id = :to")
                .param("now", utc(clock.instant()))
                .param("to", to.value())
                .update();
        journal.append(Activity.by(viewer.id().value())
                .did(Verb.MOVE, Posts.reference(id))
                .to(new Reference(Communities.KIND, from.value()))
                .in(new Reference(Communities.KIND, to.value())));
    }
}
