package org.parvis.communities;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameData;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.FrameSlot;
import org.parvis.platform.web.Monogram;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** The communities a person is in, most recently active first, in the navigation of every page. */
@Component
@Order(1)
class MyCommunities implements FrameSlot, FrameData<MyCommunities.Mine>, ChangeListener {

    /** The first few of them, and whether the person owns any. */
    record Mine(List<Frame.Place> first, boolean owning) {}

    private static final int SHOWN = 8;

    // Which of them was active last may be as old as that.
    private final Awaited<Mine> awaited = new Awaited<>(Duration.ofMinutes(5), mine -> true);
    private final FrameReader reader;

    MyCommunities(FrameReader reader) {
        this.reader = reader;
    }

    @Override
    public String query() {
        return """
                select json_build_object(
                           'first', json_agg(mine),
                           'owning', exists (select from membership owned
                                              where owned.person_id = :viewer and owned.role = 'owner'))
                  from (select c.id, c.name, c.tone, c.picture
                          from membership m
                          join community c on c.id = m.community_id
                         where m.person_id = :viewer and c.deleted_at is null and c.archived_at is null
                         order by c.active_at desc, c.id desc
                         limit %d) mine
                """.formatted(SHOWN);
    }

    @Override
    public Mine read(JsonNode value) {
        return new Mine(
                value.path("first").valueStream().map(MyCommunities::place).toList(),
                value.path("owning").asBoolean());
    }

    @Override
    public Awaited<Mine> awaited() {
        return awaited;
    }

    @Override
    public void changed(List<Activity> changes) {
        for (var change : changes) {
            if (change.object().is("person")) awaited.came(change.object().id());
            if (change.actor() != null && change.object().is(Communities.KIND)) awaited.came(change.actor());
            // Another name or picture, or it is closed: for all who are in it.
            if (change.changes(Communities.KIND)) awaited.came();
        }
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            frame.navigation(new Frame.NavItem(30, "/communities", "communities.title", "users-round", 0));
            frame.founding(viewer.employee());
            var mine = reader.of(this, viewer.id().value());
            mine.first().forEach(frame::place);
            if (mine.owning()) {
                frame.owning();
            }
        }
    }

    private static Frame.Place place(JsonNode row) {
        var id = row.path("id").asLong();
        var name = row.path("name").asString();
        var tone = row.path("tone");
        return new Frame.Place(
                "/communities/" + id,
                name,
                Monogram.ofPlace(name),
                tone.isNumber() ? tone.asInt() : Monogram.tone(id),
                picture(row.path("picture")),
                false);
    }

    private static @Nullable String picture(JsonNode file) {
        return file.isNumber() ? Pictures.address(file.asLong(), 96) : null;
    }
}
