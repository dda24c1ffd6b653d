package org.parvis.communities;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Monogram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A community as one viewer finds it; {@code readable} tells whether its members and content are open to them. To whom
 * they are not, it is as active as on its first day. {@code requests} is how many people ask to come in, which is for
 * its owners to know.
 */
public record Community(
        CommunityId id,
        String name,
        String description,
        Purpose purpose,
        Access access,
        boolean listed,
        Posting posting,
        int tone,
        @Nullable String picture,
        boolean archived,
        long members,
        long requests,
        Instant activeAt,
        @Nullable Standing standing,
        boolean readable) {

    /** Reads these columns for {@code c} from {@code findable_communities(:viewer) c}. */
    static final String COLUMNS = """
            c.id, c.name, c.description, c.purpose, c.access, c.listed, c.posting, c.tone, c.picture,
            c.archived_at is not null as archived,
            case when exists (select from readable_communities(:viewer) r where r.id = c.id) then c.active_at else c.created_at end
                as active_at,
            c.members,
            coalesce((select m.role from membership m where m.community_id = c.id and m.person_id = :viewer),
                     (select 'invited' from invitation i where i.community_id = c.id and i.person_id = :viewer),
                     (select 'requested' from membership_request r where r.community_id = c.id and r.person_id = :viewer))
                as standing,
            (select count(*) from membership_request r join membership m using (community_id)
              where r.community_id = c.id and m.person_id = :viewer and m.role = 'owner') as requests,
            exists (select from readable_communities(:viewer) r where r.id = c.id) as readable
            """;

    public String href() {
        return "/communities/" + id;
    }

    public String initials() {
        return Monogram.ofPlace(name);
    }

    public boolean owned() {
        return standing == Standing.OWNER;
    }

    public boolean joined() {
        return standing != null && standing.joined();
    }

    /** Whether this viewer may begin a conversation here. */
    public boolean mayPost() {
        return !archived && (owned() || (joined() && posting == Posting.MEMBERS));
    }

    /** The way in that is open to this viewer, if any: join, ask or accept. */
    public @Nullable String entry() {
        if (archived || joined() || standing == Standing.REQUESTED) {
            return null;
        } else if (standing == Standing.INVITED) {
            return "accept";
        } else {
            return switch (access) {
                case OPEN -> "join";
                case REQUEST -> "ask";
                case INVITATION -> null;
            };
        }
    }

    /** Why its content is closed to this viewer: what they are here, else how one comes in. */
    public String closed() {
        if (archived) {
            return "archived";
        } else {
            return standing == null ? access.code() : standing.code();
        }
    }

    /** What the tag on its page says: open, request, invitation or unlisted. */
    public String tag() {
        return listed ? access.code() : "unlisted";
    }

    static Community of(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        var standing = row.getString("standing");
        var tone = row.getObject("tone", Integer.class);
        var picture = row.getObject("picture", Long.class);
        return new Community(
                new CommunityId(id),
                row.getString("name"),
                row.getString("description"),
                Purpose.of(row.getString("purpose")),
                Access.of(row.getString("access")),
                row.getBoolean("listed"),
                Posting.of(row.getString("posting")),
                tone == null ? Monogram.tone(id) : tone,
                picture == null ? null : Pictures.address(picture, 96),
                row.getBoolean("archived"),
                row.getLong("members"),
                row.getLong("requests"),
                instant(row, "active_at"),
                standing == null ? null : Standing.of(standing),
                row.getBoolean("readable"));
    }
}
