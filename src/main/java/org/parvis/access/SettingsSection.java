package org.parvis.access;

import gg.jte.Content;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Page;

/** Slot for a part of one's own settings that a module above access knows; the lower the order, the higher it stands. */
public interface SettingsSection {

    int order();

    /** At most two statements. */
    Content section(Page page, Viewer viewer);
}
