package org.parvis.conversation;

import gg.jte.Content;
import org.parvis.people.PersonId;
import org.parvis.people.ProfileSection;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What somebody wrote lately, on their profile: only what the viewer may read. */
@Component
class RecentPosts implements ProfileSection {

    private static final int SHOWN = 5;

    private final Posts posts;
    private final Fragments fragments;

    RecentPosts(Posts posts, Fragments fragments) {
        this.posts = posts;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Content section(Page page, Viewer viewer, PersonId person) {
        var recent = posts.byPerson(viewer, person.value(), Cursor.NEWEST, SHOWN);
        return fragments.of(
                "conversation/recent",
                Map.of(
                        "page",
                        page,
                        "viewer",
                        viewer,
                        "person",
                        person,
                        "posts",
                        recent.items(),
                        "more",
                        recent.next() != null));
    }
}
