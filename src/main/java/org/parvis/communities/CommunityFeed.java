package org.parvis.communities;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;

/** Slot for what is said in a community, on its page: the composer and the posts. Asked only where the viewer may read. */
public interface CommunityFeed {

    Content posts(Page page, Viewer viewer, Community community, @Nullable String cursor);
}
