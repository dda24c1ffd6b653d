package org.parvis.conversation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityFeed;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Component;

import java.util.Map;

/** A community's posts on its page. */
@Component
class CommunityPosts implements CommunityFeed {

    private final Posts posts;
    private final PostKinds kinds;
    private final Fragments fragments;

    CommunityPosts(Posts posts, PostKinds kinds, Fragments fragments) {
        this.posts = posts;
        this.kinds = kinds;
        this.fragments = fragments;
    }

    @Override
    public Content posts(Page page, Viewer viewer, Community community, @Nullable String cursor) {
        return fragments.of(
                "conversation/community",
                Map.of(
                        "page",
                        page,
                        "viewer",
                        viewer,
                        "community",
                        community,
                        "kinds",
                        kinds.offered(viewer, community),
                        "posts",
                        posts.onPage(viewer, community.id(), Cursor.of(cursor), Slice.PAGE)));
    }
}
