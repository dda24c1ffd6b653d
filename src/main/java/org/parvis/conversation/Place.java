package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Posting;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The community a post stands in, and what the viewer is and may do there; a wall has none. */
public record Place(
        CommunityId id,
        String name,
        boolean archived,
        Posting posting,
        boolean member,
        boolean owner,
        boolean mayPost) {

    static final String COLUMNS = """
            place.id as place_id, place.name as place_name, place.archived_at is not null as place_archived,
            place.posting as place_posting,
            (select m.role from membership m where m.community_id = place.id and m.person_id = :viewer) as place_role
            """;

    public String href() {
        return "/communities/" + id;
    }

    static @Nullable Place of(ResultSet row) throws SQLException {
        var id = row.getObject("place_id", Long.class);
        if (id == null) {
            return null;
        }
        return place(
                new CommunityId(id),
                row.getString("place_name"),
                row.getBoolean("place_archived"),
                Posting.of(row.getString("place_posting")),
                row.getString("place_role"));
    }

    /** As somebody has it who has that role there, or none. */
    Place as(@Nullable String role) {
        return place(id, name, archived, posting, role);
    }

    private static Place place(CommunityId id, String name, boolean archived, Posting posting, @Nullable String role) {
        var owner = "owner".equals(role);
        var may = !archived && (owner || (role != null && posting == Posting.MEMBERS));
        return new Place(id, name, archived, posting, role != null, owner, may);
    }
}
