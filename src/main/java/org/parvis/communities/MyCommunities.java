package org.parvis.communities;

import jakarta.servlet.http.HttpServletRequest;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameSlot;
import org.parvis.platform.web.Monogram;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The communities a person is in, most recently active first, in the navigation of every page. */
@Component
@Order(1)
class MyCommunities implements FrameSlot {

    private static final int SHOWN = 8;

    private final JdbcClient jdbc;

    MyCommunities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            frame.navigation(new Frame.NavItem(30, "/communities", "communities.title", "users-round", 0));
            frame.founding(viewer.employee());
            of(viewer, frame);
        }
    }

    private void of(Viewer viewer, Frame frame) {
        jdbc.sql("""
                select c.id, c.name, c.tone, c.picture,
                       exists (select from membership mine
                                where mine.person_id = :viewer and mine.role = 'owner') as owning
                  from membership m
                  join community c on c.id = m.community_id
                 where m.person_id = :viewer and c.deleted_at is null and c.archived_at is null
                 order by c.active_at desc, c.id desc
                 limit :shown
                """).param("viewer", viewer.id().value()).param("shown", SHOWN).query(row -> {
            frame.place(place(row));
            if (row.getBoolean("owning")) {
                frame.owning();
            }
        });
    }

    private static Frame.Place place(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var tone = row.getObject("tone", Integer.class);
        var picture = row.getObject("picture", Long.class);
        return new Frame.Place(
                "/communities/" + id,
                row.getString("name"),
                Monogram.ofPlace(row.getString("name")),
                tone == null ? Monogram.tone(id) : tone,
                picture == null ? null : Pictures.address(picture, 96),
                false);
    }
}
