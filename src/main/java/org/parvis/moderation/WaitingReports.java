package org.parvis.moderation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.OwnersPanel;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.Map;

/** What was reported in a community, beside its page, for its owners. */
@Component
class WaitingReports implements OwnersPanel {

    private final Reports reports;
    private final Fragments fragments;

    WaitingReports(Reports reports, Fragments fragments) {
        this.reports = reports;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content panel(Page page, Viewer viewer, Community community) {
        var waiting = reports.waiting(viewer, community.id());
        return waiting == 0
                ? null
                : fragments.of(
                        "moderation/panel",
                        Map.of("page", page, "community", community.id().toString(), "waiting", waiting));
    }
}
