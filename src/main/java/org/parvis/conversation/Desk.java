package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Component;

import java.util.List;

/** Lays out what somebody needs to write a post. */
@Component
class Desk {

    private final Communities communities;
    private final PostKinds kinds;
    private final Drafts drafts;

    Desk(Communities communities, PostKinds kinds, Drafts drafts) {
        this.communities = communities;
        this.kinds = kinds;
        this.drafts = drafts;
    }

    /** Of this kind, for one community, or with the choice of all places where the viewer may post so. */
    Composing lay(Viewer viewer, PostKind<?> kind, @Nullable String community, Setting setting) {
        var asked = community == null || community.isEmpty() ? null : open(viewer, CommunityId.of(community));
        var everywhere = places(viewer, asked);
        var places =
                everywhere.stream().filter(place -> kind.offered(viewer, place)).toList();
        var wall = viewer.employee() && kind.offered(viewer, null);
        var here = setting == Setting.COMMUNITY ? asked : null;
        var desk = Composing.nothing(
                here == null ? offered(viewer, everywhere) : kinds.offered(viewer, here),
                kind,
                wall,
                places,
                chosen(wall, places, asked),
                setting);
        if (!desk.possible() || here != null && !among(places, here)) {
            throw new Forbidden("may not post so there");
        }
        return desk;
    }

    /** As it was typed, with what is wrong. */
    Composing again(Viewer viewer, Typed typed, @Nullable Invalid invalid) {
        return lay(viewer, kinds.of(typed.first("kind")), typed.first("community"), typed.setting())
                .with(typed, files(viewer, typed), invalid);
    }

    /** The files of a form. */
    List<Attachment> files(Viewer viewer, Typed typed) {
        return drafts.files(viewer, typed);
    }

    /** The kinds of posts that the viewer may write somewhere. */
    List<PostKind<?>> offered(Viewer viewer) {
        return offered(viewer, places(viewer, null));
    }

    /** The kinds of posts that the viewer may write in a community. */
    List<PostKind<?>> offered(Viewer viewer, CommunityId community) {
        return kinds.offered(viewer, communities.find(viewer, community));
    }

    private Community open(Viewer viewer, CommunityId id) {
        var place = communities.find(viewer, id);
        if (!place.mayPost()) {
            throw new Forbidden("may not post there");
        }
        return place;
    }

    private List<PostKind<?>> offered(Viewer viewer, List<Community> places) {
        return kinds.all().stream()
                .filter(kind -> viewer.employee() && kind.offered(viewer, null)
                        || places.stream().anyMatch(place -> kind.offered(viewer, place)))
                .toList();
    }

    // What was asked for, if such a post may stand there, else what the form shows first.
    private static String chosen(boolean wall, List<Community> places, @Nullable Community asked) {
        if (asked != null && among(places, asked)) {
            return asked.id().toString();
        }
        return wall || places.isEmpty() ? "" : places.getFirst().id().toString();
    }

    private List<Community> places(Viewer viewer, @Nullable Community asked) {
        var mine =
                communities
                        .list(viewer, CommunityFilter.of(null, null, "joined"), Cursor.NEWEST, Slice.MOST)
                        .items()
                        .stream()
                        .filter(Community::mayPost)
                        .toList();
        return asked == null || among(mine, asked) ? mine : List.of(asked);
    }

    private static boolean among(List<Community> places, Community one) {
        return places.stream().anyMatch(place -> place.id().equals(one.id()));
    }
}
