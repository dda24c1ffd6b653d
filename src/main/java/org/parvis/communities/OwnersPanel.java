package org.parvis.communities;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;

/** Slot for what waits for the owners of a community, beside its page. */
public interface OwnersPanel {

    /** Asked only of whom the viewer owns; at most one statement. Null where nothing waits. */
    @Nullable
    Content panel(Page page, Viewer viewer, Community community);
}
