package org.parvis.moderation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.OwnersPanel;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** What waits to be handled: counted in the navigation and, for owners, beside their community. */
@Component
class WaitingReports implements OwnersPanel, JournalListener {

    private final Awaited<Waiting> waiting =
            new Awaited<>(Waiting.class, new Waiting(0, Map.of()), one -> one.all() == 0);
    private final Reports reports;
    private final Fragments fragments;

    WaitingReports(Reports reports, Fragments fragments) {
        this.reports = reports;
        this.fragments = fragments;
    }

    Waiting of(Viewer viewer) {
        return waiting.of(viewer.id().value(), () -> reports.waiting(viewer));
    }

    @Override
    public @Nullable Content panel(Page page, Viewer viewer, Community community) {
        var here = of(viewer).in(community.id());
        return here == 0
                ? null
                : fragments.of(
                        "moderation/panel",
                        Map.of("page", page, "community", community.id().toString(), "waiting", here));
    }

    // A report comes to a person, or a person to a place where reports wait.
    @Override
    public void heard(List<Entry> entries) {
        for (var entry : entries) {
            wake(entry.object());
            wake(entry.target());
        }
    }

    private void wake(@Nullable Reference named) {
        if (named != null && named.is("person")) waiting.came(named.id());
    }
}
