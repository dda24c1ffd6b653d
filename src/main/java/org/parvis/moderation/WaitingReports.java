package org.parvis.moderation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.communities.OwnersPanel;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.FrameData;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What waits to be handled: counted in the navigation and, for owners, beside their community. */
@Component
class WaitingReports implements FrameData<Waiting>, OwnersPanel, JournalListener {

    private final Awaited<Waiting> awaited = new Awaited<>(Duration.ofMinutes(30), one -> one.all() == 0);
    private final FrameReader reader;
    private final Fragments fragments;

    WaitingReports(FrameReader reader, Fragments fragments) {
        this.reader = reader;
        this.fragments = fragments;
    }

    Waiting of(Viewer viewer) {
        return reader.of(this, viewer.id().value());
    }

    @Override
    public String query() {
        return """
                select json_agg(place)
                  from (select community_id, count(*) as reports
                          from (select r.community_id
                                  from handleable_reports(:viewer) r
                                 where r.handled_at is null
                                 limit %d) waiting
                         group by community_id) place
                """.formatted(Reports.COUNTED);
    }

    @Override
    public Waiting read(JsonNode value) {
        var all = 0;
        var places = new HashMap<CommunityId, Integer>();
        for (var place : value) {
            var reports = place.path("reports").asInt();
            all += reports;
            if (place.path("community_id").isNumber()) {
                places.put(new CommunityId(place.path("community_id").asLong()), reports);
            }
        }
        return new Waiting(all, places);
    }

    @Override
    public Awaited<Waiting> awaited() {
        return awaited;
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
        if (named != null && named.is("person")) awaited.came(named.id());
    }
}
