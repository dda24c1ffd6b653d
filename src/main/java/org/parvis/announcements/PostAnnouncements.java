package org.parvis.announcements;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The announcements among a page's posts. */
@Component
class PostAnnouncements implements PostParts {

    private final Announcements announcements;
    private final Fragments fragments;

    PostAnnouncements(Announcements announcements, Fragments fragments) {
        this.announcements = announcements;
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return Announcements.KIND;
    }

    @Override
    public Class<?> json() {
        return AnnouncementJson.class;
    }

    @Override
    public Map<PostId, AnnouncementPart> of(Viewer viewer, List<Post> posts) {
        var parts = new HashMap<PostId, AnnouncementPart>();
        var found = announcements.of(viewer, posts);
        for (var post : posts) {
            var announcement = found.get(post.id());
            if (announcement != null) {
                parts.put(post.id(), new AnnouncementPart(announcement, post.mayEdit(viewer), fragments));
            }
        }
        return parts;
    }
}
