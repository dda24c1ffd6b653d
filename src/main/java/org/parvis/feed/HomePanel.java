package org.parvis.feed;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;

/** Slot for a block beside the feed, a {@code section.panel}; at most one statement, null where there is nothing to show. */
public interface HomePanel {

    /** Panels stand in this order. */
    int order();

    @Nullable
    Content panel(Page page, Viewer viewer);
}
