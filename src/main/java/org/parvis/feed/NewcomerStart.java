package org.parvis.feed;

import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/** What an administrator has newcomers begin with: whom they follow, which open communities they are in. */
@Service
@Transactional
public class NewcomerStart {

    private static final int MOST = 20;

    /** A community that newcomers start in. */
    public record Place(CommunityId id, String name) {}

    private final JdbcClient jdbc;
    private final Audit audit;

    NewcomerStart(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<PersonCard> people() {
        return jdbc.sql("""
                select %s
                  from newcomer_start s
                  join person p on p.id = s.id and p.deleted_at is null and p.state <> 'deactivated'
                 where s.kind = 'person'
                 order by p.sort_name, p.id
                """.formatted(PersonCard.columns("p")))
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    @Transactional(readOnly = true)
    public List<Place> communities() {
        return jdbc.sql("""
                select c.id, c.name
                  from newcomer_start s
                  join community c on c.id = s.id and c.deleted_at is null and c.archived_at is null and c.access = 'open'
                 where s.kind = 'community'
                 order by c.name, c.id
                """)
                .query((row, number) -> new Place(new CommunityId(row.getLong("id")), row.getString("name")))
                .list();
    }

    /** @throws NotFound for who is no active colleague, or when there are too many already */
    public void add(Agent agent, PersonId person) {
        add(agent, "person", person.value(), """
                select from person where id = :id and kind = 'employee' and state <> 'deactivated' and deleted_at is null
                """);
    }

    /** @throws NotFound for what is no open community, or when there are too many already */
    public void add(Agent agent, CommunityId community) {
        add(agent, "community", community.value(), """
                select from community where id = :id and access = 'open' and archived_at is null and deleted_at is null
                """);
    }

    public void remove(Agent agent, PersonId person) {
        remove(agent, "person", person.value());
    }

    public void remove(Agent agent, CommunityId community) {
        remove(agent, "community", community.value());
    }

    private void add(Agent agent, String kind, long id, String eligible) {
        var rows = jdbc.sql("""
                insert into newcomer_start (kind, id)
                select :kind, :id
                 where exists (%s) and (select count(*) from newcomer_start where kind = :kind) < :most
                on conflict do nothing
                """.formatted(eligible))
                .param("kind", kind)
                .param("id", id)
                .param("most", MOST)
                .update();
        if (rows > 0) {
            audit.record(agent, "newcomers start with", null, Map.of("kind", kind, "id", Long.toString(id)));
        } else if (!known(kind, id)) {
            throw new NotFound(kind + " " + id);
        }
    }

    private void remove(Agent agent, String kind, long id) {
        var rows = jdbc.sql("delete from newcomer_start where kind = :kind and id = :id")
                .param("kind", kind)
                .param("id", id)
                .update();
        if (rows > 0) {
            audit.record(agent, "newcomers start without", null, Map.of("kind", kind, "id", Long.toString(id)));
        }
    }

    private boolean known(String kind, long id) {
        return jdbc.sql("select exists (select from newcomer_start where kind = :kind and id = :id)")
                .param("kind", kind)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
