package org.parvis.access;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asking the first people in, once they are there to be asked. */
@Component
class InvitingStep implements FirstStep {

    private final NetworkRoles roles;
    private final JdbcClient jdbc;

    InvitingStep(NetworkRoles roles, JdbcClient jdbc) {
        this.roles = roles;
        this.jdbc = jdbc;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String key() {
        return "access.step.inviting";
    }

    @Override
    public String href(Viewer viewer) {
        return "/administration/people?state=" + Account.NOT_INVITED;
    }

    @Override
    public boolean done(Viewer viewer) {
        return jdbc.sql("""
                select exists (select from person
                                where state in ('invited', 'active') and id <> :id and deleted_at is null)
                """)
                .param("id", viewer.id().value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean concerns(Viewer viewer) {
        return roles.of(viewer.id()).contains(NetworkRole.ADMINISTRATOR);
    }
}
