package org.parvis.people;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Page;

/** A part of a profile that a module above people knows how to show; the lower the order, the higher it stands. */
public interface ProfileSection {

    int order();

    /** Whether it stands in the rail beside the profile, rather than under it. */
    default boolean beside() {
        return false;
    }

    /** Asked only of whom the viewer may see; at most two statements. Null where there is nothing to show. */
    @Nullable
    Content section(Page page, Viewer viewer, PersonId person);
}
