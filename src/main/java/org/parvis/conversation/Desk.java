package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Component;

import java.util.List;

/** Lays out what somebody needs to write a post. */
@Component
class Desk {

    private final Communities communities;
    private final PostKinds kinds;

    Desk(Communities communities, PostKinds kinds) {
        this.communities = communities;
        this.kinds = kinds;
    }

    /** Of this kind, for one community, or with the choice of all places where the viewer may post. */
    Composing lay(Viewer viewer, PostKind<?> kind, @Nullable String community, Setting setting) {
        var chosen = community == null ? "" : community;
        if (!chosen.isEmpty()
                && !communities.find(viewer, CommunityId.of(chosen)).mayPost()) {
            throw new Forbidden("may not post there");
        }
        var desk = Composing.nothing(
                kinds.offered(viewer), kind, viewer.employee(), places(viewer, chosen), chosen, setting);
        if (!desk.possible()) {
            throw new Forbidden("may post nowhere");
        }
        return desk;
    }

    private List<Community> places(Viewer viewer, String chosen) {
        var mine =
                communities
                        .list(viewer, CommunityFilter.of(null, null, "joined"), Cursor.NEWEST, Slice.MOST)
                        .items()
                        .stream()
                        .filter(Community::mayPost)
                        .toList();
        var listed = chosen.isEmpty()
                || mine.stream().anyMatch(place -> place.id().toString().equals(chosen));
        return listed ? mine : List.of(communities.find(viewer, CommunityId.of(chosen)));
    }
}
