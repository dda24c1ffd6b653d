package org.parvis.communities;

import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** Whom an owner may bring into a community: people found by name or address who are not in it. */
@Repository
public class Invitees {

    /** Somebody who may be invited; only an employee may be added without being asked. */
    public record Invitee(PersonCard person, boolean guest) {}

    private static final int SHOWN = 8;
    private static final int LONGEST = 320;

    private final JdbcClient jdbc;

    Invitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Invitee> of(Viewer viewer, CommunityId id, String q) {
        var sought = PlainText.sought(q, LONGEST);
        if (sought.length() < 2) {
            return List.of();
        }
        return jdbc.sql("""
                select %s, p.kind = 'guest' as guest
                  from visible_people(:viewer) p
                 where p.kind in ('employee', 'guest') and p.state <> 'deactivated'
                   and (p.folded_name like '%%' || fold(:q) || '%%' or lower(p.email) = lower(:address))
                   and not exists (select from membership m where m.community_id = :id and m.person_id = p.id)
                   and not exists (select from invitation i where i.community_id = :id and i.person_id = p.id)
                 order by p.sort_name, p.id
                 limit :shown
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("q", PlainText.literally(sought))
                .param("address", sought)
                .param("shown", SHOWN)
                .query((row, number) -> new Invitee(PersonCard.of(row, "p"), row.getBoolean("guest")))
                .list();
    }
}
