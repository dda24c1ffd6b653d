package org.parvis.communities;

import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/** Whom an owner may bring into a community: employees found by name or address who are not in it. */
@Repository
class Invitees {

    private static final int SHOWN = 8;

    private final JdbcClient jdbc;

    Invitees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonCard> of(Viewer viewer, CommunityId id, String q) {
        var sought = q.strip();
        if (sought.length() < 2) {
            return List.of();
        }
        return jdbc.sql("""
                select %s
                  from visible_people(:viewer) p
                 where p.kind = 'employee' and p.state <> 'deactivated'
                   and (fold(p.name) like '%%' || fold(:q) || '%%' or lower(p.email) = lower(:address))
                   and not exists (select from membership m where m.community_id = :id and m.person_id = p.id)
                   and not exists (select from invitation i where i.community_id = :id and i.person_id = p.id)
                 order by p.sort_name, p.id
                 limit :shown
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("q", sought.replaceAll("[\\\\%_]", "\\\\$0"))
                .param("address", sought)
                .param("shown", SHOWN)
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }
}
