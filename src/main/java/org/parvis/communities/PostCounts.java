package org.parvis.communities;

import org.parvis.people.Viewer;

import java.util.Collection;
import java.util.Map;

/** Slot for how many posts a viewer may read in each of some communities; those without any may be missing. */
public interface PostCounts {

    Map<CommunityId, Long> of(Viewer viewer, Collection<CommunityId> communities);
}
