package org.parvis.moderation;

import org.parvis.communities.CommunityId;

import java.util.Map;

/** How many reports somebody may handle that nobody has. */
record Waiting(int all, Map<CommunityId, Integer> places) {

    Waiting {
        places = Map.copyOf(places);
    }

    int in(CommunityId place) {
        return places.getOrDefault(place, 0);
    }
}
