package org.parvis.communities;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** How people come into communities, what they are there, and how they leave. Whatever is done twice counts once. */
@Service
@Transactional
public class Memberships {

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Journal journal;
    private final Clock clock;

    Memberships(JdbcClient jdbc, Communities communities, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.communities = communities;
        this.journal = journal;
        this.clock = clock;
    }

    /** Joins an open community, accepts an invitation, or asks where owners agree; answers where that leads. */
    public Standing enter(Viewer viewer, CommunityId id) {
        lock(id);
        var community = communities.find(viewer, id);
        var standing = community.standing();
        if (standing != null && standing.joined()) {
            return standing;
        } else if (community.archived()) {
            throw new Forbidden("an archived community takes nobody in");
        } else if (standing == Standing.INVITED || (community.access() == Access.OPEN && viewer.employee())) {
            join(viewer.id(), id, Standing.MEMBER, viewer.id());
            journal.append(Activity.by(viewer.id().value()).join(reference(id)).in(reference(id)));
            return Standing.MEMBER;
        } else if (community.access() == Access.REQUEST && viewer.employee()) {
            ask(viewer, id);
            return Standing.REQUESTED;
        } else {
            throw new Forbidden("only by invitation");
        }
    }

    /** Leaves, withdraws a request or declines an invitation, whichever it is. The last owner stays. */
    public void leave(Viewer viewer, CommunityId id) {
        lock(id);
        communities.find(viewer, id);
        dropRequest(viewer.id(), id);
        dropInvitation(viewer.id(), id);
        if (takeOut(viewer.id(), id)) {
            journal.append(Activity.by(viewer.id().value()).leave(reference(id)).in(reference(id)));
        }
    }

    /**
     * Takes an employee in at once, or changes a member's role; by owners. The person is told and may leave. Guests are
     * invited and own nothing.
     *
     * @return whether the person was not in before
     */
    public boolean put(Viewer owner, CommunityId id, PersonId person, Standing role) {
        lock(id);
        var community = communities.owned(owner, id);
        if (!role.joined()) {
            throw new IllegalArgumentException("a member's role is member or owner");
        }
        var current = role(person, id);
        if (current == null) {
            takesNew(community);
            mustBeEmployee(person);
            join(person, id, role, owner.id());
            journal.append(Activity.by(owner.id().value())
                    .add(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        } else if (current != role) {
            changeRole(person, id, current, role);
            journal.append(Activity.by(owner.id().value())
                    .update(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        }
        return current == null;
    }

    /** Invites an employee or a guest, who then decides; by owners. */
    public void invite(Viewer owner, CommunityId id, PersonId person) {
        lock(id);
        takesNew(communities.owned(owner, id));
        var _ = kind(person);
        if (role(person, id) != null) {
            return;
        }
        var rows = jdbc.sql("""
                insert into invitation (community_id, person_id, invited_by, invited_at)
                values (:id, :person, :owner, :now)
                on conflict (community_id, person_id) do nothing
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("owner", owner.id().value())
                .param("now", utc(clock.instant()))
                .update();
        if (rows > 0) {
            journal.append(Activity.by(owner.id().value())
                    .invite(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        }
    }

    /** Takes somebody out, or an invitation back; by owners. The last owner stays. */
    public void remove(Viewer owner, CommunityId id, PersonId person) {
        lock(id);
        communities.owned(owner, id);
        dropInvitation(person, id);
        if (takeOut(person, id)) {
            journal.append(Activity.by(owner.id().value())
                    .remove(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        }
    }

    /** Lets in somebody who asked; by owners. Nothing happens when the request is gone. */
    public void agree(Viewer owner, CommunityId id, PersonId person) {
        lock(id);
        takesNew(communities.owned(owner, id));
        if (dropRequest(person, id)) {
            join(person, id, Standing.MEMBER, owner.id());
            journal.append(Activity.by(owner.id().value())
                    .accept(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        }
    }

    /** Declines somebody's request; by owners. */
    public void decline(Viewer owner, CommunityId id, PersonId person) {
        lock(id);
        communities.owned(owner, id);
        if (dropRequest(person, id)) {
            journal.append(Activity.by(owner.id().value())
                    .reject(reference(person))
                    .to(reference(id))
                    .in(reference(id)));
        }
    }

    // One change of a community's members at a time, so that two owners leaving together leave one.
    private void lock(CommunityId id) {
        jdbc.sql("select 1 from community where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private void join(PersonId person, CommunityId id, Standing role, PersonId addedBy) {
        jdbc.sql("""
                insert into membership (community_id, person_id, role, since, added_by)
                values (:id, :person, :role, :now, :addedBy)
                on conflict (community_id, person_id) do nothing
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("role", role.code())
                .param("now", utc(clock.instant()))
                .param("addedBy", addedBy.value())
                .update();
        dropRequest(person, id);
        dropInvitation(person, id);
    }

    private void ask(Viewer viewer, CommunityId id) {
        var rows = jdbc.sql("""
                insert into membership_request (community_id, person_id, requested_at)
                values (:id, :person, :now)
                on conflict (community_id, person_id) do nothing
                """)
                .param("id", id.value())
                .param("person", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
        if (rows > 0) {
            journal.append(Activity.by(viewer.id().value())
                    .create(new Reference("membership_request", viewer.id().value()))
                    .to(reference(id))
                    .in(reference(id)));
        }
    }

    private boolean takeOut(PersonId person, CommunityId id) {
        var role = role(person, id);
        if (role == Standing.OWNER) {
            mustHaveAnotherOwner(id, person);
        }
        return role != null && delete("membership", person, id);
    }

    private void changeRole(PersonId person, CommunityId id, Standing current, Standing role) {
        if (current == Standing.OWNER) {
            mustHaveAnotherOwner(id, person);
        } else {
            mustBeEmployee(person);
        }
        jdbc.sql("update membership set role = :role where community_id = :id and person_id = :person")
                .param("role", role.code())
                .param("id", id.value())
                .param("person", person.value())
                .update();
    }

    private void mustHaveAnotherOwner(CommunityId id, PersonId person) {
        var others = jdbc.sql("""
                select count(*)
                  from membership m
                  join person p on p.id = m.person_id
                           and p.kind = 'employee' and p.state <> 'deactivated' and p.deleted_at is null
                 where m.community_id = :id and m.role = 'owner' and m.person_id <> :person
                """)
                .param("id", id.value())
                .param("person", person.value())
                .query(Long.class)
                .single();
        if (others == 0) {
            throw new Conflict("communities.lastOwner");
        }
    }

    private void takesNew(Community community) {
        if (community.archived()) {
            throw new Forbidden("an archived community takes nobody in");
        }
    }

    private void mustBeEmployee(PersonId person) {
        if (kind(person) != PersonKind.EMPLOYEE) {
            throw new Forbidden("guests are invited, and own nothing");
        }
    }

    private PersonKind kind(PersonId person) {
        return jdbc.sql("""
                select kind from person
                 where id = :person and kind in ('employee', 'guest') and state <> 'deactivated' and deleted_at is null
                """)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(PersonKind::of)
                .orElseThrow(() -> new NotFound("person " + person));
    }

    private @Nullable Standing role(PersonId person, CommunityId id) {
        return jdbc.sql("select role from membership where community_id = :id and person_id = :person")
                .param("id", id.value())
                .param("person", person.value())
                .query(String.class)
                .optional()
                .map(Standing::of)
                .orElse(null);
    }

    private boolean dropRequest(PersonId person, CommunityId id) {
        return delete("membership_request", person, id);
    }

    private boolean dropInvitation(PersonId person, CommunityId id) {
        return delete("invitation", person, id);
    }

    private boolean delete(String table, PersonId person, CommunityId id) {
        return jdbc.sql("delete from " + table + " where community_id = :id and person_id = :person")
                        .param("id", id.value())
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private static Reference reference(CommunityId id) {
        return Communities.reference(id.value());
    }

    private static Reference reference(PersonId id) {
        return new Reference("person", id.value());
    }
}
